package org.avance.load;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many records of deliveries are open in quarantine, and what became of others. */
public final class OpenQuarantine {
  private final JdbcClient sql;

  public OpenQuarantine(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /** A delivery's open records. */
  public record Open(long deliveryId, long records) {}

  /** Deliveries that have any, in order of arrival. */
  public List<Open> list() {
    return sql.sql(
            "SELECT delivery_id, COUNT(*) FROM quarantine WHERE status = 'OPEN' GROUP BY delivery_id ORDER BY delivery_id")
        .query((row, n) -> new Open(row.getLong(1), row.getLong(2)))
        .list();
  }

  public long openOf(long deliveryId) {
    return sql.sql("SELECT COUNT(*) FROM quarantine WHERE delivery_id = :id AND status = 'OPEN'")
        .param("id", deliveryId)
        .query(Long.class)
        .single();
  }

  /** Records that the last publish of a delivery has replayed. */
  public long replayedLast(long deliveryId) {
    return sql.sql(
            """
            SELECT COUNT(*) FROM quarantine q JOIN delivery d ON d.delivery_id = q.delivery_id
            WHERE q.delivery_id = :id AND q.status = 'REPLAYED' AND q.closed_at = d.published_at
            """)
        .param("id", deliveryId)
        .query(Long.class)
        .single();
  }
}
