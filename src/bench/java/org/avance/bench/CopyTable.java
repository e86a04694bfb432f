package org.avance.bench;

import java.sql.SQLException;

/**
 * An empty table just like {@code fct_indicator_value}, in the same schema: versioned, with its
 * key, its indexes and its foreign keys to the same dimensions.
 */
final class CopyTable {
  static final String NAME = "bench_copy";
  private static final String TABLE = "fct_indicator_value";

  private CopyTable() {}

  /** Made anew, whatever was there. */
  static void create(Warehouse warehouse) throws SQLException {
    drop(warehouse);
    warehouse.execute(
        warehouse
            .text("SHOW CREATE TABLE " + TABLE, 2)
            .replace("CREATE TABLE `" + TABLE + "`", "CREATE TABLE `" + NAME + "`")
            .replace("CONSTRAINT `", "CONSTRAINT `bench_"));
  }

  static void drop(Warehouse warehouse) throws SQLException {
    warehouse.execute("DROP TABLE IF EXISTS " + NAME);
  }

  /**
   * It must hold just what the product has published: as many rows, of the same keys and figures.
   */
  static void mustBeFull(Warehouse warehouse) throws SQLException {
    String published = warehouse.text(sum(TABLE));
    String copied = warehouse.text(sum(NAME));
    if (!copied.equals(published)) {
      throw new WrongResult(
          "rows and sums of the copy: expected %s, found %s".formatted(published, copied));
    }
  }

  private static String sum(String table) {
    return """
        SELECT CONCAT_WS(' ', COUNT(*), SUM(figure), SUM(baseline), SUM(target_min), SUM(numerator), SUM(denominator),
                         SUM(year_key), SUM(missing_reason_key), SUM(target_due_year), SUM(indicator_id), SUM(objective_id),
                         SUM(unit_id), SUM(programme_id), SUM(agency_id), SUM(direction_key), SUM(CHAR_LENGTH(note)))
        FROM %s
        """
        .formatted(table);
  }
}
