package org.avance.load;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lays staged facts out under the warehouse's keys, one row for each: repeated records are counted
 * into it, parts of a figure are added up. Nothing is lost on the way: the number of keys and the
 * sum of figures are compared with staging before anything is merged.
 */
final class KeyedFacts {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;

  KeyedFacts(JdbcClient sql, StagingTables tables, Delivery delivery, int feedId) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
  }

  /** Texts of a figure made of several parts are kept only where all parts agree. */
  static String agreed(String... columns) {
    return Stream.of(columns)
        .map("IF(MIN(s.%1$s) <=> MAX(s.%1$s), MIN(s.%1$s), '')"::formatted)
        .collect(Collectors.joining(", "));
  }

  private static final String FIGURE =
      """
      SUM(IF(s.is_merged = 0, s.figure, NULL)), IF(COUNT(s.figure) > 0, NULL, MIN(m.missing_reason_key))\
      """;

  private static final String MISSING_TEXT = "IF(COUNT(s.figure) > 0, '', MIN(s.missing_text))";

  private String programme() {
    return """
        JOIN %s pk ON pk.programme_no = s.programme_no
        JOIN dim_geography g ON g.geography_code = s.geography_code
        LEFT JOIN dim_missing_reason m ON m.code = s.missing_reason\
        """
        .formatted(tables.programmeKeys());
  }

  void layOut(FactKind kind, SameKey sameKey) {
    sql.sql("DELETE FROM " + tables.keyed(VersionedTable.of(kind))).update();
    String select =
        switch (kind) {
          case COVERAGE -> coverage();
          case BUDGET -> budget();
          case INDICATOR -> throw new IllegalArgumentException("IndicatorFacts publishes these");
          case SCORE -> IndicatorKeys.scores(tables, programme(), FIGURE, MISSING_TEXT);
          case ASSESSMENT -> sheetKeys().assessments();
          case DISTRIBUTION -> sheetKeys().distributions();
          case FINDING -> sheetKeys().findings();
        };
    sql.sql(
            "INSERT INTO %s (%s)\n%s"
                .formatted(
                    tables.keyed(VersionedTable.of(kind)),
                    VersionedTable.of(kind).columnList(),
                    select))
        .param("feed", feedId)
        .param("delivery", delivery.id())
        .update();
    check(kind, sameKey);
  }

  private String coverage() {
    return """
        SELECT STRAIGHT_JOIN :feed, pk.agency_id, pk.programme_id, COALESCE(c.component_id, 0), s.year_key,
               k.population_key, x.sex_key, g.geography_id,
               MIN(u.unit_id), %1$s, MAX(s.as_of), MAX(s.is_ambiguous), %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        JOIN dim_population_kind k ON k.code = s.population
        JOIN dim_sex x ON x.code = s.sex
        LEFT JOIN dim_component c FORCE INDEX (component_natural) ON c.programme_id = pk.programme_id AND c.unit_id = u.unit_id
          AND c.component_code = s.component_code AND c.ordinal = s.ordinal AND NOT (s.is_whole = 1 AND s.is_ambiguous = 0)
        GROUP BY 2, 3, 4, 5, 6, 7, 8
        """
        .formatted(
            FIGURE,
            MISSING_TEXT,
            agreed("source", "note", "caveats"),
            tables.stated(FactKind.COVERAGE),
            programme());
  }

  private String budget() {
    return """
        SELECT STRAIGHT_JOIN :feed, pk.agency_id, pk.programme_id, s.year_key, t.period_type_key, s.quarter,
               s.fund_year_key, st.stage_key, fs.funding_source_id, g.geography_id, s.price_basis_key, s.ordinal,
               %1$s, MAX(s.as_of), MAX(s.is_ambiguous), %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN dim_period_type t ON t.code = s.period_type
        JOIN dim_budget_stage st ON st.code = s.stage
        JOIN dim_funding_source fs ON fs.source_code = s.source_code
        GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
        """
        .formatted(
            FIGURE, MISSING_TEXT, agreed("note"), tables.stated(FactKind.BUDGET), programme());
  }

  private SheetKeys sheetKeys() {
    return new SheetKeys(tables, programme(), FIGURE, MISSING_TEXT);
  }

  private record Control(long keys, BigDecimal sum) {}

  private void check(FactKind kind, SameKey sameKey) {
    Control staged =
        control(
            "SELECT COUNT(DISTINCT key_hash, ordinal), COALESCE(SUM(IF(is_merged = 0, figure, 0)), 0) FROM "
                + tables.facts(kind));
    Control keyed =
        control(
            "SELECT COUNT(*), COALESCE(SUM(figure), 0) FROM "
                + tables.keyed(VersionedTable.of(kind)));
    boolean keysAgree = sameKey == SameKey.SUM || staged.keys() == keyed.keys();
    if (!keysAgree || staged.sum().compareTo(keyed.sum()) != 0) {
      throw new IllegalStateException(
          "delivery %d: %d keys and a sum of %s are staged, %d and %s laid out"
              .formatted(delivery.id(), staged.keys(), staged.sum(), keyed.keys(), keyed.sum()));
    }
  }

  private Control control(String question) {
    return sql.sql(question)
        .query((row, n) -> new Control(row.getLong(1), row.getBigDecimal(2)))
        .single();
  }
}
