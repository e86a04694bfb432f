package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The windows of records that {@link JudgedInPassing} noted. Once all of a delivery is known, what
 * was said of a window holds where its facts are just the facts of a series, and nothing but them
 * has a say: else it is forgotten, for good, and the series is judged from staging. Can be settled
 * again at any time.
 */
final class JudgedWindows {
  static final List<String> COLUMNS =
      List.of("statement_no", "record_no", "last_record", "facts", "series_no");

  /** Number of the series of a window of which nothing is said, or nothing that holds. */
  static final int NOT_JUDGED = 0;

  /** Instead of statements: from here on no windows are noted. */
  static final Map<Integer, Integer> GIVEN_UP = Map.of(0, 0);

  private final JdbcClient sql;
  private final StagingTables tables;

  JudgedWindows(JdbcClient sql, StagingTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /** What is still to be judged of a delivery. */
  enum Left {
    ALL,
    SOME,
    NONE
  }

  /**
   * What came of settling.
   *
   * @param series how many need not be judged any more
   */
  record Settled(Left left, long series) {
    private static final Settled NOTHING = new Settled(Left.ALL, 0);
  }

  /**
   * One row for each statement in a window. A series bears the lowest number of its statements, as
   * it does in {@link StagingTables#indicatorSeries}.
   */
  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          statement_no INT UNSIGNED NOT NULL, record_no BIGINT UNSIGNED NOT NULL, last_record BIGINT UNSIGNED NOT NULL,
          facts INT UNSIGNED NOT NULL, series_no INT UNSIGNED NOT NULL,
          PRIMARY KEY (statement_no, record_no), KEY of_series (series_no)
        )
        """
        .formatted(table);
  }

  /** Forgets all of them: whoever goes on will not note the rest. */
  void forget() {
    sql.sql("DELETE FROM " + tables.windows()).update();
  }

  /**
   * Leaves those judgements alone that hold; by series, spans, shared keys and what is published,
   * which are laid out already.
   *
   * @param hasPast whether anything published is judged together with the delivery
   */
  Settled settle(boolean hasPast) {
    Settled settled = isAnyNoted() ? hold() : Settled.NOTHING;
    if (settled.left() == Left.ALL) {
      sql.sql("DELETE FROM " + tables.indicatorJudgements()).update();
      return settled;
    }
    if (settled.left() == Left.SOME) {
      forgetJudgements();
    }
    if (hasPast) {
      sql.sql("DELETE FROM " + tables.indicatorJudgements() + " WHERE is_past = 1").update();
    }
    return settled;
  }

  private boolean isAnyNoted() {
    return sql.sql("SELECT EXISTS (SELECT * FROM " + tables.windows() + ")")
        .query(Boolean.class)
        .single();
  }

  /** Where most is to be judged anyway, all is: in one reading. */
  private Settled hold() {
    doubt();
    Settled settled =
        sql.sql(
                """
                SELECT (SELECT COALESCE(SUM(facts), 0) FROM %s) - (SELECT COALESCE(SUM(facts), 0) FROM %s) AS staged,
                       SUM(IF(series_no > 0, facts, 0)) AS held,
                       MIN(statement_no) = 0 AS has_given_up, COUNT(DISTINCT NULLIF(series_no, 0)) AS series
                FROM %s
                """
                    .formatted(
                        tables.spans(FactKind.INDICATOR), tables.asBefore(), tables.windows()))
            .query((row, n) -> settled(row))
            .single();
    if (settled.left() == Left.ALL) {
      forget();
    }
    return settled;
  }

  private static Settled settled(ResultSet row) throws SQLException {
    long staged = row.getLong("staged");
    long held = row.getLong("held");
    if (row.getBoolean("has_given_up") || 2 * held < staged) {
      return Settled.NOTHING;
    }
    return new Settled(held == staged ? Left.NONE : Left.SOME, row.getLong("series"));
  }

  /**
   * Of a series: all its statements, and all their facts, must be in one window that was judged;
   * none shares its key; and neither is it unchanged nor has it a past.
   */
  private void doubt() {
    sql.sql(
            """
            UPDATE (
              SELECT w.series_no FROM %1$s w LEFT JOIN %2$s y USING (statement_no) LEFT JOIN %3$s o USING (statement_no)
              WHERE w.series_no > 0 AND NOT (y.facts <=> w.facts AND o.series_no <=> w.series_no)
              UNION SELECT o.series_no FROM %1$s w JOIN %3$s o USING (statement_no) WHERE o.series_no <> w.series_no
              UNION SELECT o.series_no
              FROM %4$s h STRAIGHT_JOIN %5$s s USING (record_no, fact_no) STRAIGHT_JOIN %3$s o USING (statement_no)
              UNION SELECT o.series_no FROM %6$s unchanged STRAIGHT_JOIN %3$s o USING (statement_no)
              UNION SELECT o.series_no
              FROM %3$s o STRAIGHT_JOIN (SELECT DISTINCT indicator_key FROM %7$s) past USING (indicator_key)
            ) doubted
            STRAIGHT_JOIN %1$s w ON w.series_no = doubted.series_no
            SET w.series_no = 0
            """
                .formatted(
                    tables.windows(),
                    tables.spans(FactKind.INDICATOR),
                    tables.indicatorSeries(),
                    tables.shared(FactKind.INDICATOR),
                    tables.facts(FactKind.INDICATOR),
                    tables.unchanged(),
                    tables.indicatorPast()))
        .update();
  }

  /** What was said in passing, and what an earlier execution said from staging. */
  private void forgetJudgements() {
    sql.sql(
            """
            DELETE j FROM %s w
            STRAIGHT_JOIN %s j ON j.record_no BETWEEN w.record_no AND w.last_record
            WHERE w.series_no = 0
            """
                .formatted(tables.windows(), tables.indicatorJudgements()))
        .update();
  }

  /** The facts {@code s} of windows of which nothing holds, to stand after FROM. */
  static String factsNotJudged(StagingTables tables) {
    return "%s w STRAIGHT_JOIN %s s ON w.series_no = 0 AND s.record_no BETWEEN w.record_no AND w.last_record AND s.statement_no = w.statement_no"
        .formatted(tables.windows(), tables.facts(FactKind.INDICATOR));
  }
}
