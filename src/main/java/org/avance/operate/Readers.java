package org.avance.operate;

import javax.sql.DataSource;
import org.avance.server.Endpoint;
import org.mariadb.jdbc.MariaDbDataSource;

/** Connections of the account that reads. */
final class Readers {
  private Readers() {}

  static DataSource of(Endpoint endpoint) {
    try {
      MariaDbDataSource source = new MariaDbDataSource(endpoint.jdbcUrl());
      source.setUser(endpoint.bi().user());
      source.setPassword(endpoint.bi().password());
      return source;
    } catch (java.sql.SQLException e) {
      throw new Refusal("the database address is wrong: " + e.getMessage());
    }
  }
}
