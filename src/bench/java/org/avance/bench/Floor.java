package org.avance.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The floor: what the database itself takes to swallow the same rows. One thread, one statement of
 * LOAD DATA in a session as it comes, keys and foreign keys checked row by row, one commit.
 */
final class Floor {
  private Floor() {}

  /** Loads the file into the empty copy and answers what this thread used. */
  static Client load(Warehouse warehouse, Path ready) throws SQLException {
    try (Connection connection = warehouse.connect();
        Statement statement = connection.createStatement()) {
      double cpu = threadCpu();
      long start = System.nanoTime();
      statement.execute(
          "LOAD DATA LOCAL INFILE '%s' INTO TABLE %s CHARACTER SET utf8mb4"
              .formatted(ready, CopyTable.NAME));
      double seconds = (System.nanoTime() - start) / 1e9;
      if (statement.getWarnings() != null) {
        throw new WrongResult("LOAD DATA warns: " + statement.getWarnings().getMessage());
      }
      return new Client(0, seconds, new Use(threadCpu() - cpu, 0), "");
    }
  }

  private static double threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
