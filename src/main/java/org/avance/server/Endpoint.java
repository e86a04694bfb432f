package org.avance.server;

import java.util.List;

/**
 * Where the warehouse answers and who may do what there: {@code owner} migrates, {@code etl} loads,
 * {@code bi} reads. On an external server they may be one and the same account.
 *
 * @param jdbcUrl for an external server exactly as given by its user
 * @param warehouse the schema of the warehouse
 * @param readers the read-only accounts as GRANT names them; none where the owner reads
 */
public record Endpoint(
    String jdbcUrl,
    String host,
    int port,
    String warehouse,
    Account owner,
    Account etl,
    Account bi,
    List<String> readers) {
  public Endpoint {
    readers = List.copyOf(readers);
  }

  /** The schema beside the warehouse in which alone staging tables are made and dropped. */
  public String stagingSchema() {
    return stagingSchema(warehouse);
  }

  static String stagingSchema(String warehouse) {
    return warehouse + "_stage";
  }

  static Endpoint embedded(int port, String warehouse, Credentials who) {
    String url = embeddedUrl(port, warehouse);
    return new Endpoint(
        url,
        ServerHome.HOST,
        port,
        warehouse,
        who.owner(),
        who.etl(),
        who.bi(),
        AccountSetup.HOSTS.stream().map(host -> AccountSetup.at(who.bi(), host)).toList());
  }

  static String embeddedUrl(int port, String warehouse) {
    return "jdbc:mariadb://" + ServerHome.HOST + ":" + port + "/" + warehouse;
  }
}
