package org.avance.load;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Counts what a test has laid into the warehouse's facts by SQL, as a publish would. */
public final class PerformanceOf {
  private PerformanceOf() {}

  /** Counts the indicators of every feed, under its latest delivery. */
  public static void everyFeed(Connection etl) {
    JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(etl, true));
    List<Long> latest =
        sql.sql("SELECT MAX(delivery_id) FROM delivery GROUP BY feed_id").query(Long.class).list();
    for (long delivery : latest) {
      int feed =
          sql.sql("SELECT feed_id FROM delivery WHERE delivery_id = ?")
              .param(delivery)
              .query(Integer.class)
              .single();
      new ProgrammePerformance(sql, new Deliveries(sql).get(delivery), feed).publish();
    }
  }
}
