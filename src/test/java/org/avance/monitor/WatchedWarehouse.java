package org.avance.monitor;

import java.sql.SQLException;
import org.avance.load.TestWarehouse;
import org.avance.server.Endpoint;
import org.avance.warehouse.Access;

/** One warehouse for all tests of the room, with a feed {@code people} and nothing else. */
final class WatchedWarehouse {
  private static TestWarehouse shared;

  private WatchedWarehouse() {}

  static synchronized TestWarehouse empty() throws SQLException {
    if (shared == null) {
      shared = TestWarehouse.migrated("test_monitor");
      sql("INSERT INTO dim_feed (feed_id, feed, title, agency) VALUES (1, 'people', 'P', 'DIF')");
    }
    sql("DELETE FROM alert");
    sql("DELETE FROM feed_expectation");
    sql("DELETE FROM delivery");
    return shared;
  }

  private static void sql(String sql) {
    shared.owner().sql(sql).update();
  }

  static Access access() {
    Endpoint there = shared.endpoint();
    return new Access(
        there.jdbcUrl(), there.warehouse(), there.etl().user(), there.etl().password());
  }
}
