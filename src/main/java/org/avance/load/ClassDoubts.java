package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.avance.issue.IssueCode;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Doubts about the classes of a delivery's indicators, noted once it is classified: a printed class
 * that is not the computed one, and two classes that hardly go together. Neither stops a load, and
 * no printed class is changed. Can be run again at any time.
 */
public final class ClassDoubts {
  private static final List<IssueCode> OWN_CODES =
      List.of(IssueCode.CLASS_MISMATCH, IssueCode.CLASSES_IMPLAUSIBLE);

  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;

  public ClassDoubts(DataSource dataSource, String schema, Delivery delivery) {
    this.sql = ParsedOnce.on(dataSource);
    this.tables = new StagingTables(schema, delivery.feed());
    this.delivery = delivery;
  }

  /** An axis of classes: its columns in staging, its dimension, and what messages call it. */
  private record Axis(String column, String dimension, String meaning) {}

  private static final List<Axis> AXES =
      List.of(
          new Axis("progress", "dim_progress_class", "six-year progress"),
          new Axis("interim", "dim_interim_outcome", "outcome of the intermediate goal"),
          new Axis("trend", "dim_trend", "trend"),
          new Axis("light", "dim_traffic_light", "traffic light"));

  /**
   * Notes them all.
   *
   * @param kinds kinds of fact that are staged; only values and assessments of indicators have
   *     classes
   * @param implausible codes of an outcome and a progress that hardly go together, {@code
   *     REGRESSED|EXCEEDED}
   */
  public void note(Set<FactKind> kinds, List<String> implausible) {
    forget();
    if (kinds.contains(FactKind.INDICATOR)) {
      Set<String> printed = printed();
      AXES.stream().filter(axis -> printed.contains(axis.column())).forEach(this::mismatches);
      if (!printed.isEmpty() || areComputed(implausible)) {
        implausible(implausible, judgedPairs());
      }
    }
    if (kinds.contains(FactKind.ASSESSMENT)) {
      implausible(implausible, assessedPairs());
    }
  }

  /** Most files print no class at all, or those of one axis; found in one pass. */
  private Set<String> printed() {
    String counts =
        AXES.stream()
            .map(axis -> "COUNT(printed_%1$s_code) AS %1$s".formatted(axis.column()))
            .collect(Collectors.joining(", "));
    return sql.sql("SELECT " + counts + " FROM " + tables.facts(FactKind.INDICATOR))
        .query((row, n) -> printed(row))
        .single();
  }

  private static Set<String> printed(ResultSet counted) throws SQLException {
    Set<String> printed = new HashSet<>();
    for (Axis axis : AXES) {
      if (counted.getLong(axis.column()) > 0) {
        printed.add(axis.column());
      }
    }
    return printed;
  }

  /** Whether any computed pair is among these: usually none is, and a look at one table tells. */
  private boolean areComputed(List<String> pairs) {
    String listed =
        pairs.stream()
            .map(pair -> "('" + pair.replace("|", "', '") + "')")
            .collect(Collectors.joining(", "));
    return sql.sql(
            "SELECT EXISTS (SELECT * FROM %s WHERE (interim, progress) IN (%s))"
                .formatted(tables.indicatorJudgements(), listed))
        .query(Boolean.class)
        .single();
  }

  private void forget() {
    sql.sql("DELETE FROM issue WHERE delivery_id = :id AND code IN (:codes)")
        .param("id", delivery.id())
        .param("codes", OWN_CODES.stream().map(Enum::name).toList())
        .update();
  }

  /** Only what has a computed class can differ from it. */
  private void mismatches(Axis axis) {
    insert(
        IssueCode.CLASS_MISMATCH,
        """
        SELECT s.record_no, s.first_line, s.printed_%1$s,
               CONCAT('The printed %2$s is "', s.printed_%1$s, '", the rulebook makes it "', c.label_es, '" (', j.%1$s_status, ').'),
               CONCAT('"', c.label_es, '"')
        %3$s
        JOIN %4$s c ON c.code = j.%1$s
        WHERE s.printed_%1$s_code IS NOT NULL AND s.printed_%1$s_code <> j.%1$s AND j.%1$s_reason = 'NONE' AND s.is_merged = 0
        """
            .formatted(axis.column(), axis.meaning(), staged(), axis.dimension()));
  }

  private void implausible(List<String> pairs, String staged) {
    String listed = pairs.stream().map(pair -> "'" + pair + "'").collect(Collectors.joining(", "));
    insert(
        IssueCode.CLASSES_IMPLAUSIBLE,
        """
        SELECT record_no, first_line, CONCAT(io.label_es, ' / ', pc.label_es),
               CONCAT('"', io.label_es, '" for the intermediate goal and "', pc.label_es, '" for the six-year target hardly go together (',
                      IF(both_printed, 'both printed', 'both computed'), ').'),
               ''
        FROM (%s) pair
        JOIN dim_interim_outcome io ON io.code = pair.interim
        JOIN dim_progress_class pc ON pc.code = pair.progress
        WHERE CONCAT(pair.interim, '|', pair.progress) IN (%s)
        """
            .formatted(staged, listed));
  }

  /** Printed classes where both are printed, else computed ones. */
  private String judgedPairs() {
    return """
        SELECT s.record_no, s.first_line, s.printed_interim_code IS NOT NULL AND s.printed_progress_code IS NOT NULL AS both_printed,
               IF(s.printed_interim_code IS NOT NULL AND s.printed_progress_code IS NOT NULL, s.printed_interim_code, j.interim) AS interim,
               IF(s.printed_interim_code IS NOT NULL AND s.printed_progress_code IS NOT NULL, s.printed_progress_code, j.progress) AS progress
        %s
        WHERE s.is_merged = 0
        """
        .formatted(staged());
  }

  /** A sheet prints both or nothing can be said. */
  private String assessedPairs() {
    return """
        SELECT record_no, first_line, TRUE AS both_printed, printed_interim_code AS interim, printed_progress_code AS progress
        FROM %s
        WHERE is_merged = 0
        """
        .formatted(tables.facts(FactKind.ASSESSMENT));
  }

  /** Staged facts, each with its judgement. */
  private String staged() {
    return """
        FROM %s s
        STRAIGHT_JOIN %s j ON j.is_past = 0 AND j.record_no = s.record_no AND j.fact_no = s.fact_no
        """
        .formatted(tables.facts(FactKind.INDICATOR), tables.indicatorJudgements());
  }

  private void insert(IssueCode code, String recordLineFoundMessageAccepted) {
    sql.sql(
            """
            INSERT INTO issue (record_no, line, found, message, accepted, delivery_id, code, severity, column_name)
            SELECT noted.*, :id, :code, :severity, '' FROM (%s) noted
            """
                .formatted(recordLineFoundMessageAccepted))
        .param("id", delivery.id())
        .param("code", code.name())
        .param("severity", code.severity().name())
        .update();
  }
}
