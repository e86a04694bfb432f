package org.avance.warehouse;

import java.sql.Connection;
import java.time.Instant;
import javax.sql.DataSource;
import org.avance.load.PerformanceOf;
import org.avance.load.Schema;
import org.avance.server.Account;
import org.avance.server.Endpoint;
import org.avance.server.TestServer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A warehouse made at the beginning of 2018 that holds the deliveries of {@code performance.sql}.
 */
public final class PerformanceDeliveries {
  private static final Instant FOUNDED = Instant.parse("2018-01-01T00:00:00Z");
  private static final Instant TODAY = Instant.parse("2018-05-15T00:00:00Z");

  private PerformanceDeliveries() {}

  /** Connections of the account that reads, for which it is 15 May 2018. */
  public static DataSource loaded(String name) throws Exception {
    Endpoint there = TestServer.freshWarehouse(name);
    Schema.migrate(at(FOUNDED, there, there.owner()), there.warehouse(), there.readers());
    try (Connection etl = at(FOUNDED, there, there.etl()).getConnection()) {
      ScriptUtils.executeSqlScript(
          etl, new EncodedResource(new ClassPathResource("warehouse/performance.sql"), "UTF-8"));
      PerformanceOf.everyFeed(etl);
    }
    return at(TODAY, there, there.bi());
  }

  private static DataSource at(Instant instant, Endpoint there, Account account) {
    String pinned = "?sessionVariables=timestamp=" + instant.getEpochSecond();
    return Readers.of(there.jdbcUrl() + pinned, account.user(), account.password());
  }
}
