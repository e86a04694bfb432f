package org.avance.load;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.avance.server.Account;
import org.avance.server.Endpoint;
import org.avance.server.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A warehouse of a test's own on the shared server, migrated to this build. */
public record TestWarehouse(Endpoint endpoint) {

  public static TestWarehouse migrated(String name) throws SQLException {
    TestWarehouse warehouse = new TestWarehouse(TestServer.freshWarehouse(name));
    warehouse.migrate();
    return warehouse;
  }

  void migrate() {
    Schema.migrate(as(endpoint.owner()), endpoint.warehouse(), endpoint.readers());
  }

  public DataSource as(Account account) {
    return new DriverManagerDataSource(endpoint.jdbcUrl(), account.user(), account.password());
  }

  /** May do everything on the shared server. */
  public JdbcClient admin() {
    return JdbcClient.create(as(TestServer.admin()));
  }

  public JdbcClient owner() {
    return JdbcClient.create(as(endpoint.owner()));
  }

  public JdbcClient etl() {
    return JdbcClient.create(as(endpoint.etl()));
  }

  public JdbcClient bi() {
    return JdbcClient.create(as(endpoint.bi()));
  }

  public static List<String> texts(JdbcClient database, String sql) {
    return database.sql(sql).query(String.class).list();
  }
}
