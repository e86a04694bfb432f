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

  static String createStatement(String table) {
    return """
        CREATE TABLE %1$s (
          record_no BIGINT UNSIGNED NOT NULL, fact_no INT UNSIGNED NOT NULL, first_line BIGINT UNSIGNED NOT NULL,
          key_hash %2$s NOT NULL, content_hash %2$s NOT NULL, PRIMARY KEY (record_no, fact_no), KEY same_key (key_hash, content_hash)
        )
        """
        .formatted(table, StagedFact.HASH);
  }

  static String createRepeated(String table) {
    return "CREATE TABLE %s (key_hash %s NOT NULL)".formatted(table, StagedFact.HASH);
  }

  /** Applies the rule and notes its issues; in one transaction of the caller's. */
  public void settle() {
    forget(OWN_CODES);
    for (FactKind kind : kinds) {
      if (isAnyKnown(kind)) {
        reset(kind);
        if (find(kind) > 0) {
          merge(kind);
          settle(kind);
        }
      }
    }
  }

  /** Whether any key was noted to come more than once, or was found to before. */
  private boolean isAnyKnown(FactKind kind) {
    return sql.sql(
            "SELECT EXISTS (SELECT * FROM %s) OR EXISTS (SELECT * FROM %s)"
                .formatted(tables.repeated(kind), tables.shared(kind)))
        .query(Boolean.class)
        .single();
  }

  private void settle(FactKind kind) {
    if (rule == SameKey.NUMBER) {
      number(kind);
    } else {
      noteConflicts(kind);
    }
  }

  /** Nearly always there are few, and all that follows looks at them alone. */
  private int find(FactKind kind) {
    sql.sql("DELETE FROM " + tables.shared(kind)).update();
    return sql.sql(
            """
            INSERT INTO %s
            SELECT f.record_no, f.fact_no, f.first_line, f.key_hash, f.content_hash
            FROM (%s) twice
            JOIN %s f USING (key_hash)
            """
                .formatted(tables.shared(kind), twice(kind), tables.facts(kind)))
        .update();
  }

  /** Those noted while staging, where that saw all; else they are looked for. */
  private String twice(FactKind kind) {
    boolean noted =
        sql.sql(
                "SELECT NOT EXISTS (SELECT * FROM "
                    + tables.repeated(kind)
                    + " WHERE key_hash = '')")
            .query(Boolean.class)
            .single();
    return (noted
            ? "SELECT DISTINCT key_hash FROM %s"
            : "SELECT key_hash FROM %s GROUP BY key_hash HAVING COUNT(*) > 1")
        .formatted(noted ? tables.repeated(kind) : tables.facts(kind));
  }

  /** Numbers of the records that share a key with another and differ from it. */
  public List<Long> conflictingRecords() {
    List<Long> records = new ArrayList<>();
    for (FactKind kind : kinds) {
      records.addAll(
          sql.sql(
                  "SELECT DISTINCT record_no FROM %s WHERE key_hash IN (%s) ORDER BY record_no"
                      .formatted(tables.shared(kind), conflictingKeys(kind)))
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
            FROM %1$s s
            JOIN (SELECT %2$s FROM %1$s w WHERE is_whole = 1 AND is_merged = 0
                  GROUP BY %2$s HAVING COUNT(DISTINCT unit_code) > 1) mixed USING (%2$s)
            WHERE is_whole = 1 AND is_merged = 0
            ORDER BY record_no
            """
                .formatted(tables.stated(FactKind.COVERAGE), key))
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
      for (String table : List.of(tables.facts(kind), tables.shared(kind))) {
        sql.sql("DELETE FROM " + table + " WHERE record_no IN (:records)")
            .param("records", records)
            .update();
      }
      reset(kind);
      merge(kind);
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

  /** Only what was found to share its key can have been settled. */
  private void reset(FactKind kind) {
    sql.sql(
            """
            UPDATE %s h STRAIGHT_JOIN %s t ON t.record_no = h.record_no AND t.fact_no = h.fact_no
            SET t.is_merged = 0, t.ordinal = 1, t.is_ambiguous = 0
            """
                .formatted(tables.shared(kind), tables.facts(kind)))
        .update();
  }

  /** Aliases are noted once for each label as printed, with the number of records that bear it. */
  void gatherAliases() {
    boolean isAny =
        sql.sql("SELECT EXISTS (SELECT * FROM issue WHERE " + ALIASES + ")")
            .param("id", delivery.id())
            .query(Boolean.class)
            .single();
    if (!isAny) {
      return;
    }
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

  private void merge(FactKind kind) {
    sql.sql(
            """
            UPDATE (SELECT record_no, fact_no,
                           ROW_NUMBER() OVER (PARTITION BY key_hash, content_hash ORDER BY record_no, fact_no) AS place
                    FROM %s) h
            STRAIGHT_JOIN %s t ON t.record_no = h.record_no AND t.fact_no = h.fact_no
            SET t.is_merged = 1
            WHERE h.place > 1
            """
                .formatted(tables.shared(kind), tables.facts(kind)))
        .update();
    note(
        IssueCode.DUPLICATE_MERGED,
        """
        SELECT f.record_no, MIN(f.first_line), 'The record repeats an earlier one to the letter.', ''
        FROM (SELECT DISTINCT record_no FROM %s) h STRAIGHT_JOIN %s f ON f.record_no = h.record_no
        GROUP BY f.record_no HAVING MIN(f.is_merged) = 1
        """
            .formatted(tables.shared(kind), tables.facts(kind)));
  }

  /** Facts that were merged take the ordinal of the one that stays. */
  private void number(FactKind kind) {
    sql.sql(
            """
            UPDATE (SELECT key_hash, content_hash,
                           DENSE_RANK() OVER (PARTITION BY key_hash ORDER BY %1$s, MIN(record_figure), content_hash) AS ordinal
                    FROM %2$s s WHERE key_hash IN (%3$s) GROUP BY key_hash, content_hash) ranked
            STRAIGHT_JOIN %4$s h ON h.key_hash = ranked.key_hash AND h.content_hash = ranked.content_hash
            STRAIGHT_JOIN %5$s t ON t.record_no = h.record_no AND t.fact_no = h.fact_no
            SET t.ordinal = ranked.ordinal, t.is_ambiguous = 1
            """
                .formatted(
                    orderOf(kind),
                    tables.sharing(kind),
                    conflictingKeys(kind),
                    tables.shared(kind),
                    tables.facts(kind)))
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
        JOIN (SELECT key_hash, COUNT(DISTINCT ordinal) AS n FROM %1$s s WHERE is_ambiguous = 1 GROUP BY key_hash) shared
          USING (key_hash)
        WHERE t.is_ambiguous = 1 AND t.is_merged = 0
        GROUP BY t.record_no
        """
            .formatted(tables.sharing(kind), KeyInWords.of(kind)));
  }

  private void noteConflicts(FactKind kind) {
    note(
        IssueCode.KEY_CONFLICT,
        """
        SELECT record_no, MIN(first_line),
               CONCAT('The record states another value than line ',
                      (SELECT MIN(o.first_line) FROM %1$s o WHERE o.key_hash = t.key_hash AND o.content_hash <> t.content_hash),
                      ' for the same key (', %3$s, ').'),
               'one value for each key'
        FROM %4$s t WHERE key_hash IN (%2$s) GROUP BY record_no
        """
            .formatted(
                tables.shared(kind),
                conflictingKeys(kind),
                KeyInWords.of(kind),
                tables.sharing(kind)));
  }

  private String conflictingKeys(FactKind kind) {
    return """
        SELECT h.key_hash FROM %s h STRAIGHT_JOIN %s f ON f.record_no = h.record_no AND f.fact_no = h.fact_no
        WHERE f.is_merged = 0 GROUP BY h.key_hash HAVING COUNT(*) > 1\
        """
        .formatted(tables.shared(kind), tables.facts(kind));
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
