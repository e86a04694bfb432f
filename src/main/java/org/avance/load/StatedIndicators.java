package org.avance.load;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.FactKind;

/** What a delivery's staged facts say of indicators, whichever kinds of fact say it. */
final class StatedIndicators {
  private static final String COLUMNS =
      """
      t.statement_no, t.owner_system, t.owner_agency, t.owner_programme, t.identity_hash, t.indicator_code, t.previous_code,
      t.indicator_number, t.indicator_name, t.level, t.objective, t.objective_hash, t.frequency, t.definition, t.unit_code,
      t.unit_label, y.first_year, y.last_year, y.first_line, y.record_no\
      """;

  private StatedIndicators() {}

  /** True where a kind among these is about indicators. */
  static boolean in(Set<FactKind> kinds) {
    return of(kinds).findAny().isPresent();
  }

  /** Those of the kinds that are about indicators. */
  static Stream<FactKind> of(Set<FactKind> kinds) {
    return Stream.of(FactKind.INDICATOR, FactKind.ASSESSMENT).filter(kinds::contains);
  }

  static String createSpans(String table) {
    return """
        CREATE TABLE %s (
          statement_no INT UNSIGNED NOT NULL PRIMARY KEY, first_year SMALLINT UNSIGNED NOT NULL,
          last_year SMALLINT UNSIGNED NOT NULL, first_line BIGINT UNSIGNED NOT NULL, record_no BIGINT UNSIGNED NOT NULL,
          last_record BIGINT UNSIGNED NOT NULL, is_one TINYINT UNSIGNED NOT NULL COMMENT '1 where all is of one place and type of period',
          facts INT UNSIGNED NOT NULL
        )
        """
        .formatted(table);
  }

  /** Finds the years of each statement, which follow one another, and where it stands. */
  static String layOutSpans(StagingTables tables, FactKind kind) {
    String isOne =
        kind == FactKind.INDICATOR
            ? "MIN(geography_code COLLATE utf8mb4_bin) = MAX(geography_code COLLATE utf8mb4_bin) AND MIN(period_type + 0) = MAX(period_type + 0)"
            : "FALSE";
    return """
        INSERT INTO %s
        SELECT statement_no, MIN(year_key), MAX(year_key), MIN(first_line), MIN(record_no), MAX(record_no), %s, COUNT(*)
        FROM %s GROUP BY statement_no
        """
        .formatted(tables.spans(kind), isOne, tables.facts(kind));
  }

  /** Adds those of series that are as before, whose facts are not staged. */
  static String addSpansAsBefore(StagingTables tables) {
    return """
        INSERT INTO %s
        SELECT statement_no, MIN(first_year), MAX(last_year), MIN(first_line), MIN(record_no), MAX(last_record), MIN(is_one), SUM(facts)
        FROM %s GROUP BY statement_no
        ON DUPLICATE KEY UPDATE first_year = LEAST(first_year, VALUE(first_year)), last_year = GREATEST(last_year, VALUE(last_year)),
          first_line = LEAST(first_line, VALUE(first_line)), record_no = LEAST(record_no, VALUE(record_no)),
          last_record = GREATEST(last_record, VALUE(last_record)), is_one = 0, facts = facts + VALUE(facts)
        """
        .formatted(tables.spans(FactKind.INDICATOR), tables.asBefore());
  }

  /** What stands after FROM: each statement with its years and the kind of fact that makes it. */
  static String from(StagingTables tables, Set<FactKind> kinds) {
    return from(tables, kinds, kind -> "%s t".formatted(tables.statements(kind)));
  }

  /**
   * The same of some statements.
   *
   * @param among where those of a kind are found, as {@code t}
   */
  static String from(StagingTables tables, Set<FactKind> kinds, Function<FactKind, String> among) {
    return of(kinds)
        .map(
            kind ->
                "SELECT '%s' AS kind, %s FROM %s STRAIGHT_JOIN %s y ON y.statement_no = t.statement_no"
                    .formatted(kind, COLUMNS, among.apply(kind), tables.spans(kind)))
        .collect(Collectors.joining("\nUNION ALL\n", "(", ")"));
  }
}
