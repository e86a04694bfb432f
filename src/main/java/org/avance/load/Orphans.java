package org.avance.load;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks whether a table refers to what there is not, where its foreign keys were not held against
 * each row: they are taken from the table's own definition, and each member is looked up once, by
 * its index. All versions are looked at, so that the index alone is read.
 */
final class Orphans {
  /**
   * Every row of a publish bears the same, and they are rows that the publish itself began with.
   */
  private static final List<String> GIVEN = List.of("feed_id", "delivery_id");

  private final JdbcClient sql;

  Orphans(JdbcClient sql) {
    this.sql = sql;
  }

  private record Reference(String column, String table, String key) {
    private String orphans(String from) {
      return """
          SELECT '%1$s' AS reference, COUNT(*) AS orphans
          FROM (SELECT DISTINCT %1$s FROM %2$s FOR SYSTEM_TIME ALL) f
          LEFT JOIN %3$s d ON d.%4$s = f.%1$s
          WHERE d.%4$s IS NULL AND f.%1$s IS NOT NULL
          """
          .formatted(column, from, table, key);
    }
  }

  /**
   * @param lookedAt columns that are looked at elsewhere
   * @throws IllegalStateException where a row refers to a member that there is not
   */
  void requireNone(VersionedTable table, String... lookedAt) {
    String counted =
        references(table.name()).stream()
            .filter(reference -> !List.of(lookedAt).contains(reference.column()))
            .map(reference -> reference.orphans(table.name()))
            .collect(Collectors.joining("UNION ALL\n"));
    List<String> found =
        sql.sql("SELECT * FROM (\n" + counted + ") counted WHERE orphans > 0")
            .query((row, n) -> row.getLong("orphans") + " of " + row.getString("reference"))
            .list();
    if (!found.isEmpty()) {
      throw found(table, String.join(", ", found));
    }
  }

  /**
   * What is thrown where there are some.
   *
   * @param orphans how many, of which column
   */
  static IllegalStateException found(VersionedTable table, String orphans) {
    return new IllegalStateException(
        "%s would refer to members that there are not: %s".formatted(table.name(), orphans));
  }

  private List<Reference> references(String table) {
    return sql.sql(
            """
            SELECT column_name, referenced_table_name, referenced_column_name
            FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name = :table AND referenced_table_name IS NOT NULL
              AND column_name NOT IN (:given)
            ORDER BY column_name
            """)
        .param("table", table)
        .param("given", GIVEN)
        .query((row, n) -> new Reference(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
