package org.avance.load;

import java.math.BigDecimal;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rulebook's price index as a dimension, so that views can compute constant prices. */
public final class PriceIndexTable {
  private final JdbcClient sql;

  public PriceIndexTable(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /**
   * Makes the table say what the rulebook says; years that agree are left untouched. Two processes
   * may do so at once: whoever comes second finds the year there.
   *
   * @param averages average of each year
   * @param viewBase year at whose prices the views show constant amounts
   */
  public void publish(Map<Integer, BigDecimal> averages, int viewBase) {
    averages.forEach((year, average) -> publish(year, average, year == viewBase ? 1 : 0));
  }

  private void publish(int year, BigDecimal average, int isViewBase) {
    sql.sql(
            PublishClock.after(
                "dim_price_index WHERE year_key = :year",
                """
                UPDATE dim_price_index SET average = :average, is_view_base = :base
                WHERE year_key = :year AND NOT (average = :average AND is_view_base = :base)
                """))
        .param("year", year)
        .param("average", average)
        .param("base", isViewBase)
        .update();
    sql.sql(
            """
            INSERT IGNORE INTO dim_price_index (year_key, average, is_view_base)
            SELECT :year, :average, :base FROM dual
            WHERE NOT EXISTS (SELECT 1 FROM dim_price_index WHERE year_key = :year)
            """)
        .param("year", year)
        .param("average", average)
        .param("base", isViewBase)
        .update();
  }
}
