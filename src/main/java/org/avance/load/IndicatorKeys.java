package org.avance.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Staged indicator values and what the rules say of them under the warehouse's keys, as SQL. Facts
 * that share a key are few, unless the feed adds its records up: those are put together, all others
 * are taken as they are.
 */
final class IndicatorKeys {
  private static final String TEXTS =
      "target_text printed_progress printed_interim printed_trend printed_light status plan note";

  private final StagingTables tables;
  private final SameKey sameKey;

  IndicatorKeys(StagingTables tables, SameKey sameKey) {
    this.tables = tables;
    this.sameKey = sameKey;
  }

  static String createKeys(String table) {
    return """
        CREATE TABLE %s (
          statement_no INT UNSIGNED NOT NULL PRIMARY KEY, indicator_id INT UNSIGNED NOT NULL, series_id INT UNSIGNED NOT NULL,
          unit_id INT UNSIGNED NOT NULL, reporting_unit_id INT UNSIGNED NOT NULL, objective_id INT UNSIGNED NOT NULL
        )
        """
        .formatted(table);
  }

  /** Finds the keys once for each statement of which the dimensions know all that it names. */
  static String layOutKeys(StagingTables tables) {
    return """
        INSERT INTO %s (statement_no, indicator_id, series_id, unit_id, reporting_unit_id, objective_id)
        SELECT STRAIGHT_JOIN t.statement_no, i.indicator_id, se.series_id, u.unit_id, ru.reporting_unit_id, COALESCE(o.objective_id, 0)
        FROM %s t
        LEFT JOIN %s known ON known.statement_no = t.statement_no
        JOIN %s identity ON identity.identity_hash = t.identity_hash
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = identity.indicator_key
        JOIN dim_series se ON se.series_code = t.series_code
        JOIN dim_unit_of_measure u ON u.unit_code = t.unit_code
        JOIN dim_reporting_unit ru ON ru.reporting_unit_code = t.reporting_unit_code
        LEFT JOIN dim_programme p ON p.code_system = t.owner_system AND p.agency_code = t.owner_agency
          AND p.programme_code = t.owner_programme AND t.owner_programme <> ''
        LEFT JOIN dim_objective o FORCE INDEX (objective_natural) ON o.programme_id = COALESCE(p.programme_id, 0)
          AND o.objective_hash = t.objective_hash AND t.objective <> ''
        WHERE known.statement_no IS NULL
        """
        .formatted(
            tables.statementKeys(FactKind.INDICATOR),
            tables.statements(FactKind.INDICATOR),
            tables.statementKeys(FactKind.INDICATOR),
            tables.identities());
  }

  /** The values, in parts that have no key in common. */
  List<LaidOut> values(JdbcClient sql) {
    return values(single(tables.facts(FactKind.INDICATOR) + " s", "TRUE"), sql);
  }

  /** Those that may differ from what is published; see {@link UnchangedIndicators}. */
  List<LaidOut> changeableValues(JdbcClient sql) {
    return values(
        single(
            "%s s LEFT JOIN %s unchanged ON unchanged.statement_no = s.statement_no"
                .formatted(tables.facts(FactKind.INDICATOR), tables.unchanged()),
            "unchanged.statement_no IS NULL"),
        sql);
  }

  private List<LaidOut> values(LaidOut single, JdbcClient sql) {
    if (sameKey == SameKey.SUM) {
      return List.of(together(tables.facts(FactKind.INDICATOR) + " s"));
    }
    if (!isAnyShared(sql)) {
      return List.of(single);
    }
    String shared =
        "%s h STRAIGHT_JOIN %s s ON s.record_no = h.record_no AND s.fact_no = h.fact_no"
            .formatted(tables.shared(FactKind.INDICATOR), tables.facts(FactKind.INDICATOR));
    return List.of(single, together(shared));
  }

  /** Whether a table of facts or judgements has nothing of any indicator that is staged. */
  boolean areIndicatorsNewTo(VersionedTable table, int feedId, JdbcClient sql) {
    return sql.sql(
            "SELECT NOT EXISTS (SELECT * FROM %s k STRAIGHT_JOIN %s f ON f.feed_id = :feed AND f.indicator_id = k.indicator_id)"
                .formatted(tables.statementKeys(FactKind.INDICATOR), table.name()))
        .param("feed", feedId)
        .query(Boolean.class)
        .single();
  }

  /** In most deliveries no fact shares its key: there is nothing to be put together. */
  private boolean isAnyShared(JdbcClient sql) {
    return sql.sql("SELECT EXISTS (SELECT * FROM %s)".formatted(tables.shared(FactKind.INDICATOR)))
        .query(Boolean.class)
        .single();
  }

  private String keyed(String facts) {
    return """
        %s
        STRAIGHT_JOIN %s pk ON pk.programme_no = s.programme_no
        LEFT JOIN dim_missing_reason m ON m.code = s.missing_reason\
        """
        .formatted(underKey(facts), tables.programmeKeys());
  }

  private String underKey(String facts) {
    return """
        %s
        STRAIGHT_JOIN %s k ON k.statement_no = s.statement_no
        STRAIGHT_JOIN dim_geography g ON g.geography_code = s.geography_code\
        """
        .formatted(facts, tables.statementKeys(FactKind.INDICATOR));
  }

  private LaidOut single(String facts, String where) {
    Map<String, String> cells = new HashMap<>(key());
    cells.put("agency_id", "pk.agency_id");
    cells.put("programme_id", "pk.programme_id");
    cells.put("objective_id", "k.objective_id");
    cells.put("direction_key", ClosedLists.key("s.direction"));
    cells.put("target_type_key", ClosedLists.key("s.target_type"));
    cells.put("missing_reason_key", "IF(s.figure IS NULL, m.missing_reason_key, NULL)");
    cells.put("missing_text", "IF(s.figure IS NULL, s.missing_text, '')");
    for (String axis : List.of("progress", "interim", "trend", "light")) {
      cells.put("printed_" + axis + "_key", ClosedLists.key("s.printed_" + axis + "_code"));
    }
    cells.putAll(lineage("s.first_line", "s.last_line", "1"));
    VersionedTable.INDICATOR
        .columns()
        .forEach(column -> cells.computeIfAbsent(column, name -> "s." + name));
    String from =
        keyed(facts)
            + "\nLEFT JOIN %s h ON h.record_no = s.record_no AND h.fact_no = s.fact_no"
                .formatted(tables.shared(FactKind.INDICATOR));
    return new LaidOut(VersionedTable.INDICATOR, cells, from, where + " AND h.record_no IS NULL");
  }

  private static Map<String, String> key() {
    return Map.of(
        "feed_id", ":feed",
        "indicator_id", "k.indicator_id",
        "series_id", "k.series_id",
        "unit_id", "k.unit_id",
        "year_key", "s.year_key",
        "period_type_key", ClosedLists.key("s.period_type"),
        "period_number", "s.period_number",
        "geography_id", "g.geography_id",
        "reporting_unit_id", "k.reporting_unit_id",
        "ordinal", "s.ordinal");
  }

  private static Map<String, String> lineage(String first, String last, String records) {
    return Map.of(
        "delivery_id",
        ":delivery",
        "line_first",
        first,
        "line_last",
        last,
        "record_count",
        records);
  }

  /** One row for each key: repeated records are counted into it, parts of a figure are added up. */
  private LaidOut together(String facts) {
    Map<String, String> cells = new HashMap<>();
    cells.put("agency_id", "MIN(pk.agency_id)");
    cells.put("programme_id", "MIN(pk.programme_id)");
    cells.put("objective_id", "MIN(k.objective_id)");
    cells.put("direction_key", ClosedLists.key("MIN(s.direction + 0)"));
    cells.put("target_type_key", ClosedLists.key("MIN(s.target_type + 0)"));
    cells.put("figure", "SUM(IF(s.is_merged = 0, s.figure, NULL))");
    cells.put("missing_reason_key", "IF(COUNT(s.figure) > 0, NULL, MIN(m.missing_reason_key))");
    cells.put("missing_text", "IF(COUNT(s.figure) > 0, '', MIN(s.missing_text))");
    for (String axis : List.of("progress", "interim", "trend", "light")) {
      String code = "MIN(s.printed_" + axis + "_code + 0)";
      cells.put("printed_" + axis + "_key", ClosedLists.key(code));
    }
    for (String column : List.of("is_partial", "is_ambiguous", "as_of")) {
      cells.put(column, "MAX(s." + column + ")");
    }
    for (String column : List.of("baseline_year", "target_due_year", "assumed")) {
      cells.put(column, "MIN(s." + column + ")");
    }
    agreed(
        "NULL",
        "baseline target_min target_max interim_target adjusted_target numerator denominator green_up_to yellow_up_to",
        cells);
    agreed("''", TEXTS, cells);
    cells.putAll(lineage("MIN(s.first_line)", "MAX(s.last_line)", "COUNT(*)"));
    cells.putAll(key());
    return new LaidOut(
        VersionedTable.INDICATOR,
        LaidOut.asNamed(VersionedTable.INDICATOR.columns(), "v"),
        grouped(cells, facts) + " v",
        "TRUE");
  }

  private String grouped(Map<String, String> cells, String facts) {
    String columns =
        VersionedTable.INDICATOR.columns().stream()
            .map(column -> cells.get(column) + " AS " + column)
            .collect(Collectors.joining(", "));
    String key = VersionedTable.INDICATOR.key().stream().skip(1).collect(Collectors.joining(", "));
    return "(SELECT %s\nFROM %s\nGROUP BY %s)".formatted(columns, keyed(facts), key);
  }

  /** What stands beside a figure made of several parts is kept only where all parts agree. */
  private static void agreed(String otherwise, String columns, Map<String, String> cells) {
    for (String column : List.of(columns.split(" "))) {
      cells.put(
          column,
          "IF(MIN(s.%1$s) <=> MAX(s.%1$s), MIN(s.%1$s), %2$s)".formatted(column, otherwise));
    }
  }

  /** What the rules say: of the delivery's own facts, and of those published before. */
  List<LaidOut> judgements() {
    String own =
        "%s j STRAIGHT_JOIN %s s ON s.record_no = j.record_no AND s.fact_no = j.fact_no"
            .formatted(tables.indicatorJudgements(), tables.facts(FactKind.INDICATOR));
    return List.of(
        new LaidOut(
            VersionedTable.INDICATOR_JUDGEMENT, judged(key()), underKey(own), "j.is_past = 0"),
        pastJudgements(tables));
  }

  /** What the rules say of what is published. */
  static LaidOut pastJudgements(StagingTables tables) {
    return new LaidOut(
        VersionedTable.INDICATOR_JUDGEMENT,
        judged(LaidOut.asNamed(VersionedTable.INDICATOR_JUDGEMENT.key(), "p")),
        "%s j STRAIGHT_JOIN %s p ON p.record_no = j.record_no"
            .formatted(tables.indicatorJudgements(), tables.indicatorPast()),
        "j.is_past = 1");
  }

  private static Map<String, String> judged(Map<String, String> key) {
    Map<String, String> cells = new HashMap<>(key);
    for (String axis : List.of("progress", "interim", "trend", "light", "original_light")) {
      cells.put(axis + "_key", ClosedLists.key("j." + axis));
      cells.put(axis + "_reason_key", ClosedLists.key("j." + axis + "_reason"));
    }
    cells.put("delivery_id", ":delivery");
    VersionedTable.INDICATOR_JUDGEMENT
        .columns()
        .forEach(column -> cells.computeIfAbsent(column, name -> "j." + name));
    return cells;
  }

  private static final String SEVERAL = "statement_of_several";

  /**
   * Finds the statements of indicators that may state several figures for a year: whose years
   * overlap, of several places or types of period, or under a key that came more than once. All
   * others state one.
   *
   * @return whether there are any
   */
  boolean findSeveral(JdbcClient sql) {
    return sql.sql(
                """
                CREATE OR REPLACE TEMPORARY TABLE %1$s (statement_no INT UNSIGNED NOT NULL PRIMARY KEY) AS
                SELECT k.statement_no FROM %2$s k JOIN (
                  SELECT indicator_id FROM (
                    SELECT k.indicator_id, y.is_one = 0 OR y.first_year <= LAG(y.last_year) OVER (PARTITION BY k.indicator_id ORDER BY y.first_year) AS is_several
                    FROM %3$s y JOIN %2$s k USING (statement_no)) statement
                  WHERE is_several
                  UNION SELECT k.indicator_id FROM %4$s h JOIN %5$s s USING (record_no, fact_no) JOIN %2$s k USING (statement_no)) several USING (indicator_id)
                """
                    .formatted(
                        SEVERAL,
                        tables.statementKeys(FactKind.INDICATOR),
                        tables.spans(FactKind.INDICATOR),
                        tables.shared(FactKind.INDICATOR),
                        tables.facts(FactKind.INDICATOR)))
            .update()
        > 0;
  }

  private static final String JUDGED =
      "LEFT JOIN %s j ON j.is_past = 0 AND j.record_no = s.record_no AND j.fact_no = s.fact_no";

  private static final String YEARLY = "s.is_merged = 0 AND s.period_type = 'YEAR'";

  private static final String STAGED_SAID =
      "s.is_partial, s.printed_progress_code, j.progress, j.interim, j.trend, j.is_favourable, j.light, j.is_poor_planning";

  /** What {@link ProgrammePerformance} counts of a figure, under its names. */
  private static String said(String figure, String judgement) {
    return "%1$s.is_partial, %3$s AS printed_progress_key, %4$s AS progress_key, %5$s AS interim_key, %6$s AS trend_key, %2$s.is_favourable, %7$s AS light_key, %2$s.is_poor_planning"
        .formatted(
            figure,
            judgement,
            ClosedLists.key(figure + ".printed_progress_code"),
            ClosedLists.key(judgement + ".progress"),
            ClosedLists.key(judgement + ".interim"),
            ClosedLists.key(judgement + ".trend"),
            ClosedLists.key(judgement + ".light"));
  }

  /**
   * The yearly figures that will be published of the statements that {@link #findSeveral} did not
   * find, one row for those that are alike: what is staged is a byte each, and quicker to group by
   * than a key that is made of it. Not of records that are added up.
   */
  String alikeFigures() {
    return """
        SELECT :feed AS feed_id, pk.agency_id, pk.programme_id, p.year_key, %s, TRUE AS is_one, alike.n
        FROM (SELECT STRAIGHT_JOIN s.programme_no, %s, COUNT(*) AS n
              FROM %s s
              LEFT JOIN %s several ON several.statement_no = s.statement_no
              %s
              WHERE %s AND several.statement_no IS NULL
              GROUP BY s.programme_no, %2$s) alike
        JOIN %s p ON p.programme_no = alike.programme_no
        JOIN %s pk ON pk.programme_no = alike.programme_no
        """
        .formatted(
            said("alike", "alike"),
            STAGED_SAID,
            tables.facts(FactKind.INDICATOR),
            SEVERAL,
            JUDGED.formatted(tables.indicatorJudgements()),
            YEARLY,
            tables.programmes(),
            tables.programmeKeys());
  }

  /** Those of the statements that {@link #findSeveral} found, with what they are chosen by. */
  String figuresOfSeveral() {
    String several =
        "%s s STRAIGHT_JOIN %s several ON several.statement_no = s.statement_no"
            .formatted(tables.facts(FactKind.INDICATOR), SEVERAL);
    return """
        SELECT STRAIGHT_JOIN :feed AS feed_id, k.indicator_id, pk.agency_id, pk.programme_id, s.year_key, %s, %s AS choice
        FROM %s
        %s
        WHERE %s
        """
        .formatted(
            said("s", "j"),
            ProgrammePerformance.choice("k"),
            keyed(several),
            JUDGED.formatted(tables.indicatorJudgements()),
            YEARLY);
  }

  /** Scores have no members of their own but programmes and dimensions. */
  static String scores(StagingTables tables, String programme, String figure, String missingText) {
    return """
        SELECT STRAIGHT_JOIN :feed, pk.agency_id, pk.programme_id, s.year_key, sd.score_dimension_id,
               g.geography_id, s.ordinal, %1$s, MAX(s.as_of), MAX(s.is_ambiguous), %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN dim_score_dimension sd ON sd.model_code = s.model_code AND sd.dimension_code = s.dimension_code
        GROUP BY 2, 3, 4, 5, 6, 7
        """
        .formatted(
            figure,
            missingText,
            KeyedFacts.agreed("printed_class", "note"),
            tables.stated(FactKind.SCORE),
            programme);
  }
}
