package org.avance.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Staged rows under the keys of a versioned table, as SQL: what each of its columns is made of, and
 * from where.
 *
 * @param cells by column of the table, all of them
 * @param from all that follows FROM
 * @param where a condition that each row meets
 */
record LaidOut(VersionedTable table, Map<String, String> cells, String from, String where) {

  LaidOut {
    cells = Map.copyOf(cells);
    if (!cells.keySet().containsAll(table.columns())) {
      throw new IllegalArgumentException(table.name() + " has other columns than " + cells);
    }
  }

  /** All rows into a table that has the versioned one's columns. */
  String insertInto(String target) {
    return "INSERT INTO %s (%s)\nSELECT %s\nFROM %s\nWHERE %s"
        .formatted(target, table.columnList(), cellList(), from, where);
  }

  /** Only those rows that the versioned table lacks or states otherwise. */
  String insertChanged(String target) {
    return "INSERT INTO %s (%s)\nSELECT %s\nFROM %s\nLEFT JOIN %s f FORCE INDEX (PRIMARY) ON %s\nWHERE %s AND (f.%s IS NULL OR NOT (%s))"
        .formatted(
            target,
            table.columnList(),
            cellList(),
            from,
            table.name(),
            sameKey(),
            where,
            table.key().get(0),
            table.sameValues(cells::get));
  }

  /** Those rows beside what the versioned table states under their key, to stand after FROM. */
  String besidePublished() {
    return "%s\nSTRAIGHT_JOIN %s f FORCE INDEX (PRIMARY) ON %s"
        .formatted(from, table.name(), sameKey());
  }

  /**
   * Those rows that the versioned table states alike, counted: a column of the key, how many there
   * are, and how many of them a delivery of the scope has stated.
   */
  String countUnchanged(String column) {
    return "SELECT %s AS %s, COUNT(*) AS n, SUM(d.scope = :scope) AS in_scope\nFROM %s\nSTRAIGHT_JOIN delivery d ON d.delivery_id = f.delivery_id\nWHERE %s AND %s\nGROUP BY 1"
        .formatted(
            cells.get(column), column, besidePublished(), where, table.sameValues(cells::get));
  }

  private String cellList() {
    return table.columns().stream().map(cells::get).collect(Collectors.joining(", "));
  }

  private String sameKey() {
    return table.key().stream()
        .map(column -> "f." + column + " = " + cells.get(column))
        .collect(Collectors.joining(" AND "));
  }

  /** Cells that a select calls by the columns' own names. */
  static Map<String, String> asNamed(List<String> columns, String alias) {
    return columns.stream()
        .collect(Collectors.toMap(column -> column, column -> alias + "." + column));
  }
}
