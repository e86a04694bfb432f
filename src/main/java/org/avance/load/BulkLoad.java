package org.avance.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * LOAD DATA LOCAL from a stream of our own, on the connection of the running transaction. LOCAL
 * turns bad values into warnings, so row count and warnings are checked after each load: a load is
 * whole or it fails.
 */
public final class BulkLoad {
  private static final int MOST_WARNINGS = 3;

  private final DataSource dataSource;

  BulkLoad(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Looks before anything is staged.
   *
   * @throws SchemaFailure where the server takes no local streams; says how it is made to
   */
  public static void requireAllowed(DataSource dataSource) {
    boolean allowed =
        JdbcClient.create(dataSource)
            .sql("SELECT @@GLOBAL.local_infile")
            .query(Boolean.class)
            .single();
    if (!allowed) {
      throw new SchemaFailure(
          "Expected local_infile=ON at the server, which loading in bulk needs; found: OFF. Have it set there: SET GLOBAL local_infile=ON, and local_infile=ON in its option file under [mariadbd], else it is OFF again after a restart.");
    }
  }

  /** Loads all rows into the named columns; the table's other columns take their defaults. */
  void load(String table, List<String> columns, BulkRows rows) {
    rows.cut(new BulkTable(table, columns)).ifPresent(part -> load(part.into(), List.of(part)));
  }

  /** Loads parts of any tables, each table's in their order and at once. */
  void load(List<BulkPart> parts) {
    Map<BulkTable, List<BulkPart>> byTable = new LinkedHashMap<>();
    parts.forEach(
        part -> byTable.computeIfAbsent(part.into(), table -> new ArrayList<>()).add(part));
    byTable.forEach(this::load);
  }

  private void load(BulkTable table, List<BulkPart> parts) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (Statement statement = connection.createStatement()) {
      statement
          .unwrap(org.mariadb.jdbc.Statement.class)
          .setLocalInfileInputStream(new PartStream(parts));
      String sql =
          """
          LOAD DATA LOCAL INFILE 'rows' INTO TABLE %s CHARACTER SET utf8mb4
          FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (%s)
          """
              .formatted(table.name(), String.join(", ", table.columns()));
      int loaded = statement.executeUpdate(sql);
      check(statement, table.name(), parts.stream().mapToInt(BulkPart::count).sum(), loaded);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "bulk load into " + table.name() + " failed: " + e.getMessage(), e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static void check(Statement statement, String table, int sent, int loaded)
      throws SQLException {
    StringBuilder warnings = new StringBuilder();
    // The driver asks the server for them only where its answer counted some.
    SQLWarning warning = statement.getWarnings();
    for (int n = 0; warning != null && n < MOST_WARNINGS; n++, warning = warning.getNextWarning()) {
      warnings.append("; ").append(warning.getMessage());
    }
    if (loaded != sent || !warnings.isEmpty()) {
      throw new IllegalStateException(
          "bulk load into %s: %d rows sent, %d loaded%s".formatted(table, sent, loaded, warnings));
    }
  }
}
