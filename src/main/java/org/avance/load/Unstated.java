package org.avance.load;

import java.util.List;
import java.util.Set;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What only records said that are set aside is not said. Looked up for their own programmes and
 * statements, in one reading of the facts: of millions all others stand. In one transaction of the
 * caller's.
 */
final class Unstated {
  private static final String PROGRAMMES = "programme_touched";
  private static final String STATEMENTS = "statement_touched";
  private static final String SAID = "said_by_others";

  private final JdbcClient sql;
  private final StagingTables tables;
  private final List<FactKind> kinds;

  Unstated(JdbcClient sql, StagingTables tables, Set<FactKind> kinds) {
    this.sql = sql;
    this.tables = tables;
    this.kinds = List.copyOf(kinds);
  }

  /** Does what sets the records aside, and forgets what they alone said. */
  void after(List<Long> records, Runnable act) {
    make(PROGRAMMES);
    kinds.forEach(kind -> note(PROGRAMMES, "programme_no", kind, records));
    for (FactKind kind : withStatements()) {
      make(statements(kind));
      note(statements(kind), "statement_no", kind, records);
    }
    act.run();
    make(SAID);
    kinds.forEach(kind -> look(PROGRAMMES, "programme_no", kind));
    forgetProgrammes();
    for (FactKind kind : withStatements()) {
      make(SAID);
      look(statements(kind), "statement_no", kind);
      forgetStatements(kind);
    }
  }

  private void make(String table) {
    sql.sql(
            "CREATE OR REPLACE TEMPORARY TABLE %s (number INT UNSIGNED NOT NULL PRIMARY KEY, line BIGINT UNSIGNED NOT NULL DEFAULT 0)"
                .formatted(table))
        .update();
  }

  private void note(String touched, String number, FactKind kind, List<Long> records) {
    sql.sql(
            "INSERT IGNORE INTO %s (number) SELECT %s FROM %s WHERE record_no IN (:records)"
                .formatted(touched, number, tables.facts(kind)))
        .param("records", records)
        .update();
  }

  private void look(String touched, String number, FactKind kind) {
    sql.sql(
            """
            INSERT INTO %s (number, line)
            SELECT STRAIGHT_JOIN t.number, MIN(f.first_line) FROM %s f JOIN %s t ON t.number = f.%s GROUP BY t.number
            ON DUPLICATE KEY UPDATE line = LEAST(line, VALUES(line))
            """
                .formatted(SAID, tables.facts(kind), touched, number))
        .update();
  }

  private void forgetProgrammes() {
    sql.sql(
            """
            UPDATE %s t JOIN %s p ON p.programme_no = t.number LEFT JOIN %s said ON said.number = t.number
            SET p.first_line = COALESCE(said.line, 0)
            """
                .formatted(PROGRAMMES, tables.programmes(), SAID))
        .update();
    sql.sql("DELETE FROM " + tables.programmes() + " WHERE first_line = 0").update();
  }

  private void forgetStatements(FactKind kind) {
    sql.sql(
            """
            DELETE s FROM %s t JOIN %s s ON s.statement_no = t.number LEFT JOIN %s said ON said.number = t.number
            WHERE said.number IS NULL
            """
                .formatted(statements(kind), tables.statements(kind), SAID))
        .update();
  }

  private List<FactKind> withStatements() {
    return kinds.stream().filter(kind -> Staging.shape(kind).statement().isMade()).toList();
  }

  private static String statements(FactKind kind) {
    return STATEMENTS + "_" + kind;
  }
}
