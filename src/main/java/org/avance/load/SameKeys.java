package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.avance.issue.IssueCode;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of facts that share a key, once a delivery is staged whole. Can be run again at any
 * time:
 *
 * <ul>
 *   <li>facts equal in everything are one: the first stays, the others are merged and counted;
 *   <li>what then still shares a key is a conflict, and the feed's rule decides: numbered, set
 *       aside, or a reason to reject;
 *   <li>ordinals follow the facts' texts and figures, never the order of rows: a shuffled file
 *       yields the same ones.
 * </ul>
 */
public final class SameKeys {
  private static final List<IssueCode> OWN_CODES =
      List.of(IssueCode.KEY_NUMBERED, IssueCode.KEY_CONFLICT, IssueCode.DUPLICATE_MERGED);

  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final Set<FactKind> kinds;
  private final SameKey rule;

  SameKeys(
      JdbcClient sql, StagingTables tables, Delivery delivery, Set<FactKind> kinds, SameKey rule) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.kinds = kinds;
    this.rule = rule;
  }

  /** Applies the rule and notes its issues; in one transaction of the caller's. */
  public void settle() {
    forget(OWN_CODES);
    for (FactKind kind : kinds) {
      reset(tables.facts(kind));
      merge(tables.facts(kind));
      if (rule == SameKey.NUMBER) {
        number(kind);
      } else {
        noteConflicts(kind);
      }
    }
  }

  /** Numbers of the records that share a key with another and differ from it. */
  public List<Long> conflictingRecords() {
    List<Long> records = new ArrayList<>();
    for (FactKind kind : kinds) {
      records.addAll(
          sql.sql(
                  """
                  SELECT DISTINCT record_no FROM %1$s
                  WHERE key_hash IN (%2$s) ORDER BY record_no
                  """
                      .formatted(tables.facts(kind), conflictingKeys(tables.facts(kind))))
              .query(Long.class)
              .list());
    }
    return records.stream().distinct().sorted().toList();
  }

  /**
   * Numbers of the records whose figures share all of a key but are in different units: a whole
   * programme's unit is no part of its key.
   */
  public List<Long> recordsOfSeveralUnits() {
    if (!kinds.contains(FactKind.COVERAGE)) {
      return List.of();
    }
    String key =
        "code_system, agency_code, programme_code, year_key, population, sex, geography_code";
    return sql.sql(
            """
            SELECT DISTINCT record_no
            FROM %1$s
            JOIN (SELECT %2$s FROM %1$s WHERE is_whole = 1 AND is_merged = 0
                  GROUP BY %2$s HAVING COUNT(DISTINCT unit_code) > 1) mixed USING (%2$s)
            WHERE is_whole = 1 AND is_merged = 0
            ORDER BY record_no
            """
                .formatted(tables.facts(FactKind.COVERAGE), key))
        .query(Long.class)
        .list();
  }

  /**
   * Takes staged records back out: they were set aside. What was merged into one of them stands on
   * its own now.
   */
  void unstage(List<Long> records) {
    forget(List.of(IssueCode.DUPLICATE_MERGED));
    for (FactKind kind : kinds) {
      sql.sql("DELETE FROM " + tables.facts(kind) + " WHERE record_no IN (:records)")
          .param("records", records)
          .update();
      reset(tables.facts(kind));
      merge(tables.facts(kind));
    }
  }

  /** What was noted before; but records that were set aside for it keep the reason why. */
  private void forget(List<IssueCode> codes) {
    sql.sql(
            """
            DELETE FROM issue WHERE delivery_id = :id AND code IN (:codes)
              AND record_no NOT IN (SELECT record_no FROM quarantine WHERE delivery_id = :id)
            """)
        .param("id", delivery.id())
        .param("codes", codes.stream().map(Enum::name).toList())
        .update();
  }

  private void reset(String facts) {
    sql.sql(
            """
            UPDATE %s SET is_merged = 0, ordinal = 1, is_ambiguous = 0
            WHERE is_merged <> 0 OR ordinal <> 1 OR is_ambiguous <> 0
            """
                .formatted(facts))
        .update();
  }

  /** Aliases are noted once for each label as printed, with the number of records that bear it. */
  void gatherAliases() {
    sql.sql(
            """
            INSERT INTO issue (record_no, line, message, accepted, delivery_id, code, severity, column_name, found)
            SELECT 0, MIN(line), CONCAT(MIN(message), IF(COUNT(*) = 1, ' in 1 record', CONCAT(' in ', COUNT(*), ' records'))),
                   MIN(accepted), delivery_id, code, MIN(severity), column_name, found
            FROM issue WHERE %1$s
            GROUP BY delivery_id, code, BINARY column_name, BINARY found
            """
                .formatted(ALIASES))
        .param("id", delivery.id())
        .update();
    sql.sql("DELETE FROM issue WHERE " + ALIASES).param("id", delivery.id()).update();
  }

  /** Of records that are staged: one that is set aside keeps its own. */
  private static final String ALIASES =
      """
      delivery_id = :id AND code = 'LABEL_ALIAS' AND record_no > 0
        AND record_no NOT IN (SELECT record_no FROM quarantine WHERE delivery_id = :id)\
      """;

  /** A fact's place in its delivery as one number: a record has fewer than 2^20 facts. */
  private static final String PLACE = "((record_no << 20) + fact_no)";

  private void merge(String facts) {
    sql.sql(
            """
            UPDATE %1$s t
            JOIN (SELECT key_hash, content_hash, MIN(%2$s) AS kept
                  FROM %1$s GROUP BY key_hash, content_hash HAVING COUNT(*) > 1) repeated
              USING (key_hash, content_hash)
            SET t.is_merged = 1
            WHERE %2$s <> repeated.kept
            """
                .formatted(facts, PLACE))
        .update();
    note(
        IssueCode.DUPLICATE_MERGED,
        """
        SELECT record_no, MIN(first_line), 'The record repeats an earlier one to the letter.', ''
        FROM %s GROUP BY record_no HAVING MIN(is_merged) = 1
        """
            .formatted(facts));
  }

  /** Facts that were merged take the ordinal of the one that stays. */
  private void number(FactKind kind) {
    String facts = tables.facts(kind);
    sql.sql(
            """
            UPDATE %1$s t
            JOIN (SELECT key_hash, content_hash,
                         DENSE_RANK() OVER (PARTITION BY key_hash ORDER BY %2$s, MIN(record_figure), content_hash) AS ordinal
                  FROM %1$s WHERE key_hash IN (%3$s) GROUP BY key_hash, content_hash) ranked USING (key_hash, content_hash)
            SET t.ordinal = ranked.ordinal, t.is_ambiguous = 1
            """
                .formatted(facts, orderOf(kind), conflictingKeys(facts)))
        .update();
    note(
        IssueCode.KEY_NUMBERED,
        """
        SELECT t.record_no, MIN(t.first_line),
               CONCAT('One of ', MAX(shared.n), ' records that state different values for the same key (',
                      MIN(%2$s), '); kept under ordinal ',
                      MIN(t.ordinal), ', out of trends.'),
               'something in the record that tells them apart'
        FROM %1$s t
        JOIN (SELECT key_hash, COUNT(DISTINCT ordinal) AS n FROM %1$s WHERE is_ambiguous = 1 GROUP BY key_hash) shared
          USING (key_hash)
        WHERE t.is_ambiguous = 1 AND t.is_merged = 0
        GROUP BY t.record_no
        """
            .formatted(facts, KeyInWords.of(kind)));
  }

  private void noteConflicts(FactKind kind) {
    String facts = tables.facts(kind);
    note(
        IssueCode.KEY_CONFLICT,
        """
        SELECT record_no, MIN(first_line),
               CONCAT('The record states another value than line ',
                      (SELECT MIN(o.first_line) FROM %1$s o WHERE o.key_hash = t.key_hash AND o.content_hash <> t.content_hash),
                      ' for the same key (', %3$s, ').'),
               'one value for each key'
        FROM %1$s t WHERE key_hash IN (%2$s) GROUP BY record_no
        """
            .formatted(facts, conflictingKeys(facts), KeyInWords.of(kind)));
  }

  private static String conflictingKeys(String facts) {
    return "SELECT key_hash FROM %s WHERE is_merged = 0 GROUP BY key_hash HAVING COUNT(*) > 1"
        .formatted(facts);
  }

  private static String orderOf(FactKind kind) {
    return switch (kind) {
      case COVERAGE -> "MIN(definition), MIN(population_type), MIN(source), MIN(note)";
      case BUDGET -> "MIN(note)";
      case INDICATOR -> "MIN(indicator_name), MIN(target_text), MIN(status), MIN(note)";
      case SCORE -> "MIN(printed_class), MIN(note)";
      case ASSESSMENT ->
          "MIN(indicator_name), MIN(printed_quality), MIN(printed_interim), MIN(printed_progress), MIN(note)";
      case DISTRIBUTION -> "MIN(printed)";
      case FINDING -> "MIN(text)";
    };
  }

  private void note(IssueCode code, String recordLineMessageAccepted) {
    sql.sql(
            """
            INSERT INTO issue (record_no, line, message, accepted, delivery_id, code, severity, column_name, found)
            SELECT noted.*, :id, :code, :severity, '', ''
            FROM (%s) noted
            """
                .formatted(recordLineMessageAccepted))
        .param("id", delivery.id())
        .param("code", code.name())
        .param("severity", code.severity().name())
        .update();
  }
}
