package org.avance.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What Avance expects of a server that somebody else runs. */
final class ServerFitness {
  static final String SUBJECT = "settings";
  private static final int OLDEST = 1011;

  private ServerFitness() {}

  static void requireVersion(DatabaseMetaData found) throws SQLException {
    int version = found.getDatabaseMajorVersion() * 100 + found.getDatabaseMinorVersion();
    if (!found.getDatabaseProductName().equals("MariaDB") || version < OLDEST) {
      throw new ServerFailure(
          "Expected MariaDB 10.11 or newer; found: %s %s at %s."
              .formatted(
                  found.getDatabaseProductName(),
                  found.getDatabaseProductVersion(),
                  found.getURL()));
    }
  }

  /** Settings without which Avance can't work, each with what sets it. */
  static List<ServerFinding> settings(Connection connection) throws SQLException {
    List<ServerFinding> findings = new ArrayList<>();
    if (isOff(connection, "local_infile")) {
      findings.add(
          ServerFinding.act(
              SUBJECT,
              "local_infile is OFF, so that nothing can be loaded in bulk",
              "at the server: SET GLOBAL local_infile=ON, and local_infile=ON in its option file under [mariadbd]"));
    }
    if (!isOff(connection, "log_bin") && isOff(connection, "log_bin_trust_function_creators")) {
      findings.add(
          ServerFinding.act(
              SUBJECT,
              "the binary log is on and log_bin_trust_function_creators is OFF, so that the one stored function can't be made",
              "at the server: SET GLOBAL log_bin_trust_function_creators=1, and the same in its option file under [mariadbd]"));
    }
    return findings;
  }

  /** Settings that Avance can live without, but not well. */
  static List<ServerFinding> advice(Connection connection) throws SQLException {
    if (number(connection, "optimizer_search_depth") == 0) {
      return List.of();
    }
    return List.of(
        ServerFinding.note(
            SUBJECT,
            "optimizer_search_depth is not 0: a question about a past night can take minutes to plan",
            "at the server: SET GLOBAL optimizer_search_depth=0, and the same in its option file under [mariadbd]"));
  }

  private static boolean isOff(Connection connection, String setting) throws SQLException {
    return number(connection, setting) == 0;
  }

  private static long number(Connection connection, String setting) throws SQLException {
    return Long.parseLong(Rows.texts(connection, "SELECT @@GLOBAL." + setting + " + 0").get(0));
  }
}
