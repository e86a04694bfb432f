package org.avance.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What the product has published, as text that LOAD DATA takes as it is. */
final class ReadyRows {
  private static final String IN_FILE_ORDER =
      "SELECT * FROM fct_indicator_value ORDER BY line_first";
  private static final int FETCH = 10_000;

  private ReadyRows() {}

  /** Writes all columns, in the order of the delivery's lines. */
  static void write(Warehouse warehouse, Path file) throws SQLException, IOException {
    try (Connection connection = warehouse.connect();
        Statement statement = connection.createStatement();
        BufferedWriter out = Files.newBufferedWriter(file)) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(IN_FILE_ORDER)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            out.write(cell(rows.getString(i)));
            out.write(i < columns ? '\t' : '\n');
          }
        }
      }
    }
  }

  private static String cell(@Nullable String value) {
    if (value == null) {
      return "\\N";
    }
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
