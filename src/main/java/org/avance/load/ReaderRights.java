package org.avance.load;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What readers may see: each dimension, fact and view by name, the functions that queries may call,
 * and nothing else of the warehouse. Rights on anything else, for example on a view that is gone,
 * are taken away.
 */
final class ReaderRights {
  private static final String RIGHTS = "Select,Show view";

  private ReaderRights() {}

  static void renew(JdbcClient database, String warehouse, List<String> readers) {
    if (readers.isEmpty()) {
      return;
    }
    List<String> readable = readable(database, warehouse);
    for (Grant found : grants(database, warehouse)) {
      boolean right = readable.contains(found.name()) && found.rights().equals(RIGHTS);
      if (readers.contains(found.reader()) && !right) {
        database.sql(revoke(warehouse, found)).update();
      }
    }
    for (String name : readable) {
      database.sql(grant(warehouse, name, readers)).update();
    }
    for (String name : callable(database, warehouse)) {
      database.sql(grantCall(warehouse, name, readers)).update();
    }
  }

  private static String revoke(String warehouse, Grant found) {
    return "REVOKE ALL PRIVILEGES ON `%s`.`%s` FROM %s"
        .formatted(warehouse, found.name(), found.reader());
  }

  private static String grant(String warehouse, String name, List<String> readers) {
    return "GRANT SELECT, SHOW VIEW ON `%s`.`%s` TO %s"
        .formatted(warehouse, name, String.join(", ", readers));
  }

  /** Rights on a function end with it. */
  private static String grantCall(String warehouse, String name, List<String> readers) {
    return "GRANT EXECUTE ON FUNCTION `%s`.`%s` TO %s"
        .formatted(warehouse, name, String.join(", ", readers));
  }

  private static List<String> callable(JdbcClient database, String warehouse) {
    return database
        .sql(
            "SELECT routine_name FROM information_schema.routines WHERE routine_schema = ? AND routine_type = 'FUNCTION'")
        .param(warehouse)
        .query(String.class)
        .list();
  }

  private static List<String> readable(JdbcClient database, String warehouse) {
    return database
        .sql(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = ? AND table_name REGEXP '^(dim|fct|v)_'
            """)
        .param(warehouse)
        .query(String.class)
        .list();
  }

  private static List<Grant> grants(JdbcClient database, String warehouse) {
    return database
        .sql(
            """
            SELECT CONCAT('''', user, '''@''', host, '''') AS reader, table_name AS name, table_priv AS rights
            FROM mysql.tables_priv
            WHERE db = ?
            """)
        .param(warehouse)
        .query(Grant.class)
        .list();
  }

  /** What one account may do on one table, as the server's own tables say it. */
  private record Grant(String reader, String name, String rights) {}
}
