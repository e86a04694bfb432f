package org.avance.load;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The years of indicators whose part in the counts of programmes may change. Most of what a
 * delivery says otherwise counts the same: another figure in the same classes. Whether a figure
 * counts depends on all that its indicator states for its year, so that the year is concerned as a
 * whole.
 */
final class ConcernedYears {
  /** Temporary: {@code indicator_id}, {@code year_key}. */
  static final String TABLE = "concerned_year";

  /** Where a value is counted, and as what. */
  private static final List<String> OF_VALUE =
      Stream.concat(Stream.of("agency_id", "programme_id"), PerformanceCount.OF_VALUE.stream())
          .toList();

  private ConcernedYears() {}

  /**
   * Finds them, before anything is written.
   *
   * @param differences where what is said otherwise of a table is laid out, under its keys
   */
  static void find(JdbcClient sql, Function<VersionedTable, String> differences) {
    sql.sql(
            "CREATE TEMPORARY TABLE IF NOT EXISTS %s (indicator_id INT UNSIGNED NOT NULL, year_key SMALLINT UNSIGNED NOT NULL, PRIMARY KEY (indicator_id, year_key))"
                .formatted(TABLE))
        .update();
    VersionedTable value = VersionedTable.INDICATOR;
    VersionedTable judgement = VersionedTable.INDICATOR_JUDGEMENT;
    new InOneGo(sql)
        .then("DELETE FROM " + TABLE)
        .then(concerned(value, differences.apply(value), OF_VALUE))
        .then(concerned(judgement, differences.apply(judgement), PerformanceCount.OF_JUDGEMENT))
        .send();
  }

  private static String concerned(VersionedTable table, String differences, List<String> counted) {
    return """
        INSERT IGNORE INTO %s
        SELECT STRAIGHT_JOIN k.indicator_id, k.year_key
        FROM %s k LEFT JOIN %s f FORCE INDEX (PRIMARY) ON %s
        WHERE k.period_type_key = 1 AND (f.feed_id IS NULL OR NOT (%s))
        """
        .formatted(
            TABLE,
            differences,
            table.name(),
            table.sameKey(),
            counted.stream()
                .map(column -> "k.%1$s <=> f.%1$s".formatted(column))
                .collect(Collectors.joining(" AND ")));
  }
}
