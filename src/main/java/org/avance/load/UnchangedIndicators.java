package org.avance.load;

import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the indicators of which a delivery says nothing but what is published: all its figures of
 * them are the published ones, and it ends none. They are neither judged nor compared again. The
 * feed is owned from here until it is published, so nobody changes it meanwhile.
 *
 * <p>None is found where the rules are not those that all published figures were judged by, or
 * where the file prints classes, which are held against the computed ones.
 */
final class UnchangedIndicators {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final SameKey sameKey;

  UnchangedIndicators(JdbcClient sql, StagingTables tables, Delivery delivery, SameKey sameKey) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.sameKey = sameKey;
  }

  static String createStatement(String table) {
    return "CREATE TABLE %s (statement_no INT UNSIGNED NOT NULL PRIMARY KEY)".formatted(table);
  }

  /**
   * Finds them, by keys that are laid out already: {@link IndicatorKeys#layOutKeys} and {@link
   * Dimensions#layOutProgrammeKeys}.
   */
  void find(int feedId) {
    if (sameKey == SameKey.SUM || isJudgedByOtherRules(feedId) || isAnyClassPrinted()) {
      return;
    }
    layOut("indicators_same", SAME.formatted(isCompared() ? asBefore() : same()), feedId);
    String facts = tables.facts(FactKind.INDICATOR);
    layOut(
        "indicators_stated",
        STATED.formatted(facts, tables.indicatorSeries(), tables.asBefore()),
        feedId);
    layOut("indicators_published", PUBLISHED, feedId);
    sql.sql(FIND.formatted(tables.unchanged(), tables.indicatorSeries()))
        .param("scope", delivery.endingScope())
        .update();
  }

  /**
   * Each count in a table of its own: in one statement the optimizer counts anew for every
   * indicator.
   */
  private void layOut(String table, String counts, int feedId) {
    sql.sql(
            "CREATE OR REPLACE TEMPORARY TABLE %s (indicator_key CHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY, n INT NOT NULL, in_scope INT NOT NULL)"
                .formatted(table))
        .update();
    sql.sql("INSERT INTO %s %s".formatted(table, counts))
        .param("feed", feedId)
        .param("delivery", delivery.id())
        .param("scope", delivery.endingScope())
        .update();
  }

  /** Figures of the delivery that are the published ones; how many of them its scope has stated. */
  private static final String SAME =
      """
      SELECT i.indicator_key, SUM(n), SUM(in_scope) FROM (
      %s) part STRAIGHT_JOIN dim_indicator i ON i.indicator_id = part.indicator_id
      GROUP BY i.indicator_key
      """;

  /** Whether series were compared while staging: then what was staged differs. */
  private boolean isCompared() {
    return sql.sql("SELECT EXISTS (SELECT * FROM " + tables.asBefore() + ")")
        .query(Boolean.class)
        .single();
  }

  private String same() {
    return new IndicatorKeys(tables, sameKey)
        .values(sql).stream()
            .map(part -> part.countUnchanged("indicator_id"))
            .collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** Series that were found to be as before while staging; all that stands is of the scope then. */
  private String asBefore() {
    return "SELECT k.indicator_id, SUM(b.facts) AS n, SUM(b.facts) * (:scope <> '') AS in_scope\nFROM %s b STRAIGHT_JOIN %s k ON k.statement_no = b.statement_no\nGROUP BY 1"
        .formatted(tables.asBefore(), tables.statementKeys(FactKind.INDICATOR));
  }

  /**
   * All figures of the delivery, by the indicator's durable key: one that the warehouse does not
   * know yet has no other.
   */
  private static final String STATED =
      """
      SELECT indicator_key, SUM(n), 0 FROM (
        SELECT o.indicator_key, COUNT(*) AS n
        FROM %1$s s STRAIGHT_JOIN %2$s o ON o.statement_no = s.statement_no
        WHERE s.is_merged = 0 GROUP BY o.indicator_key
        UNION ALL
        SELECT o.indicator_key, SUM(b.facts)
        FROM %3$s b STRAIGHT_JOIN %2$s o ON o.statement_no = b.statement_no
        GROUP BY o.indicator_key) stated
      GROUP BY indicator_key
      """;

  /** What is published of the scope, where the delivery ends what it does not state. */
  private static final String PUBLISHED =
      """
      SELECT i.indicator_key, 0, COUNT(*)
      FROM delivery d
      STRAIGHT_JOIN fct_indicator_value f ON f.delivery_id = d.delivery_id
      STRAIGHT_JOIN dim_indicator i ON i.indicator_id = f.indicator_id
      WHERE d.feed_id = :feed AND f.feed_id = :feed AND d.scope = :scope AND :scope <> ''
      GROUP BY i.indicator_key
      """;

  /**
   * By indicator, since its series are judged together with what others have published of it. A
   * figure under a key that the warehouse does not know is counted as stated, and not as the same.
   */
  private static final String FIND =
      """
      INSERT INTO %s
      SELECT STRAIGHT_JOIN o.statement_no
      FROM %s o
      JOIN indicators_stated stated ON stated.indicator_key = o.indicator_key
      JOIN indicators_same same ON same.indicator_key = o.indicator_key
      LEFT JOIN indicators_published published ON published.indicator_key = o.indicator_key
      WHERE same.n = stated.n AND COALESCE(published.in_scope, 0) = IF(:scope = '', 0, same.in_scope)
      """;

  /** Every delivery that a judgement is of knows its rules. */
  private boolean isJudgedByOtherRules(int feedId) {
    return sql.sql(
            """
            SELECT EXISTS (
              SELECT * FROM delivery d
              WHERE d.feed_id = :feed AND d.rulebook_digest <> :rules
                AND EXISTS (SELECT * FROM fct_indicator_judgement j WHERE j.delivery_id = d.delivery_id))
            """)
        .param("feed", feedId)
        .param("rules", delivery.rulebookDigest())
        .query(Boolean.class)
        .single();
  }

  private boolean isAnyClassPrinted() {
    return sql.sql("SELECT " + isAnyClassPrinted(tables)).query(Boolean.class).single();
  }

  /** A condition on what is staged. */
  static String isAnyClassPrinted(StagingTables tables) {
    return "EXISTS (SELECT * FROM %s WHERE COALESCE(printed_progress_code, printed_interim_code, printed_trend_code, printed_light_code) IS NOT NULL)"
        .formatted(tables.facts(FactKind.INDICATOR));
  }
}
