package org.avance.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as {@code avance query --format csv} prints them, with the columns of an expected file. */
final class ExpectedTable {
  private ExpectedTable() {}

  /**
   * The rows under the header of the expected text.
   *
   * @param rows cells by column, each as {@link #cell} renders it; other columns are left out
   */
  static String of(String expected, List<Map<String, String>> rows) {
    List<String> columns = List.of(expected.lines().findFirst().orElseThrow().split(","));
    return Stream.concat(
            Stream.of(String.join(",", columns)), rows.stream().map(row -> line(columns, row)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Null is no cell at all, an empty text two quotes. */
  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    String text = value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
    return text.isEmpty() || text.matches("(?s).*[,\"\\n].*")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static String line(List<String> columns, Map<String, String> row) {
    return columns.stream()
        .map(column -> row.getOrDefault(column, "no such column"))
        .collect(Collectors.joining(","));
  }
}
