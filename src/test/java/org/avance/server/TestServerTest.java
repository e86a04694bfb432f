package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class TestServerTest {
  @Test
  void a_warehouse_of_the_same_name_is_fresh_again() throws Exception {
    for (int time = 1; time <= 2; time++) {
      Endpoint fresh = TestServer.freshWarehouse("test_fixture");
      assertThat(fresh.stagingSchema()).isEqualTo("test_fixture_stage");
      try (Connection owner = open(fresh, fresh.owner());
          Connection etl = open(fresh, fresh.etl());
          Statement make = owner.createStatement();
          Statement load = etl.createStatement()) {
        make.execute("CREATE TABLE t (a INT)");
        load.execute("CREATE TABLE test_fixture_stage.s (a INT)");
        assertThat(load.executeUpdate("INSERT INTO t VALUES (1)")).isEqualTo(1);
      }
    }
  }

  private static Connection open(Endpoint endpoint, Account account) throws Exception {
    return DriverManager.getConnection(endpoint.jdbcUrl(), account.user(), account.password());
  }
}
