package org.avance.load;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks whether a table refers to what there is not, where its foreign keys were not held against
 * each row: they are taken from the table's own definition. All that a feed has in it is read once,
 * in the order of its key, in which most members follow themselves and are looked up once; what has
 * just been written is not in the statistics by which the server would choose to read indexes.
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

  /** How many rows there are, and what a column of theirs adds up to. */
  record Read(long rows, BigDecimal sum) {}

  /** A column that refers to the primary key of a table. */
  private record Reference(String column, String table, String key) {
    private String join(int number) {
      return "LEFT JOIN %2$s d%1$d FORCE INDEX (PRIMARY) ON d%1$d.%3$s = f.%4$s"
          .formatted(number, table, key, column);
    }

    private String count(int number) {
      return "SUM(d%d.%s IS NULL AND f.%s IS NOT NULL)".formatted(number, key, column);
    }
  }

  /**
   * Reads what a feed has in a table.
   *
   * @param sum column to be added up in passing
   * @throws IllegalStateException where a row refers to a member that there is not
   */
  Read requireNone(VersionedTable table, int feedId, String sum) {
    List<Reference> references = references(table.name());
    IntStream numbers = IntStream.range(0, references.size());
    String counts =
        numbers.mapToObj(n -> ", " + references.get(n).count(n)).collect(Collectors.joining());
    String joins =
        IntStream.range(0, references.size())
            .mapToObj(n -> references.get(n).join(n))
            .collect(Collectors.joining("\n"));
    return sql.sql(
            """
            SELECT STRAIGHT_JOIN COUNT(*), COALESCE(SUM(f.%s), 0)%s
            FROM %s f FORCE INDEX (PRIMARY)
            %s
            WHERE f.feed_id = :feed
            """
                .formatted(sum, counts, table.name(), joins))
        .param("feed", feedId)
        .query((row, n) -> read(table, references, row))
        .single();
  }

  private static Read read(VersionedTable table, List<Reference> references, ResultSet row)
      throws SQLException {
    List<String> found = new ArrayList<>();
    for (int n = 0; n < references.size(); n++) {
      long orphans = row.getLong(3 + n);
      if (orphans > 0) {
        found.add(orphans + " of " + references.get(n).column());
      }
    }
    if (!found.isEmpty()) {
      throw new IllegalStateException(
          "%s would refer to members that there are not: %s"
              .formatted(table.name(), String.join(", ", found)));
    }
    return new Read(row.getLong(1), row.getBigDecimal(2));
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
