package org.avance.load;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that stand for themselves and are over: nothing refers to them, and nobody asks for them any
 * more once their day is long past.
 */
enum Bygone {
  ALERT("alert", "resolved_at < :before"),
  SERVE_PROCESS("serve_process", "seen_at < :before"),
  /** The last run of a feed that has a time to come is shown with it. */
  SERVE_RUN(
      "serve_run", "ended_at < :before AND feed NOT IN (SELECT task_instance FROM serve_agenda)");

  static final List<Bygone> OF_SERVE = List.of(SERVE_PROCESS, SERVE_RUN);

  private static final int ROWS_AT_ONCE = 2_000;

  private final String table;
  private final String condition;

  Bygone(String table, String condition) {
    this.table = table;
    this.condition = condition;
  }

  long count(JdbcClient sql, Instant before) {
    return isThere(sql)
        ? perform(sql, "SELECT COUNT(*)", "", before).query(Long.class).single()
        : 0;
  }

  /** Some thousand at a time, each time in a commit of their own. */
  long remove(JdbcClient sql, Instant before) {
    if (!isThere(sql)) {
      return 0;
    }
    long removed = 0;
    int batch;
    do {
      batch = perform(sql, "DELETE", " LIMIT " + ROWS_AT_ONCE, before).update();
      removed += batch;
    } while (batch == ROWS_AT_ONCE);
    return removed;
  }

  private JdbcClient.StatementSpec perform(
      JdbcClient sql, String act, String limit, Instant before) {
    return sql.sql("%s FROM %s WHERE %s%s".formatted(act, table, condition, limit))
        .param("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC));
  }

  /** A warehouse of an older build may not have the table yet. */
  private boolean isThere(JdbcClient sql) {
    return sql.sql(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = :table")
            .param("table", table)
            .query(Long.class)
            .single()
        > 0;
  }
}
