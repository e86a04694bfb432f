package org.avance.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who serves the warehouse, and what came of the last run of each feed. Instants are given, never
 * the server's own: a due time and the time of day must come from one clock.
 */
public final class ServeRegister {
  /** Rows of processes that ended are kept this long, for whoever asks what happened. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient sql;

  /**
   * @param database where the warehouse is now; asked for each connection
   */
  public ServeRegister(Supplier<Database> database) {
    this.sql = JdbcClient.create(new SupplyingDataSource(() -> database.get().single()));
  }

  /** A process that has said that it lives; gone ones too. */
  public record Server(
      String process, Instant startedAt, Instant seenAt, Instant unbrokenSince, boolean stopped) {}

  /**
   * A run of a feed.
   *
   * @param cause SCHEDULE or ARRIVAL
   * @param result what came of it, in words
   */
  public record LastRun(
      String feed,
      String cause,
      Instant dueAt,
      Instant beganAt,
      Instant endedAt,
      String process,
      String result) {}

  /**
   * One feed of the agenda.
   *
   * @param note why it is due, as whoever entered it wrote it
   * @param runner the process that is at it; empty where none is
   */
  public record Entry(String feed, Instant dueAt, String note, String runner) {}

  /**
   * Says that a process lives.
   *
   * @param longestGap a longer silence of all processes is an outage
   * @return since when some process has served without an outage
   */
  public Instant pulse(String process, Instant startedAt, Instant now, Duration longestGap) {
    Instant unbroken = unbrokenUntil(now.minus(longestGap)).orElse(now);
    sql.sql(
            """
            INSERT INTO serve_process (process, started_at, seen_at, unbroken_since)
            VALUES (:process, :started, :now, :unbroken)
            ON DUPLICATE KEY UPDATE started_at = VALUE(started_at), seen_at = VALUE(seen_at),
              unbroken_since = VALUE(unbroken_since), stopped_at = NULL
            """)
        .param("process", process)
        .param("started", utc(startedAt))
        .param("now", utc(now))
        .param("unbroken", utc(unbroken))
        .update();
    sql.sql("DELETE FROM serve_process WHERE seen_at < :old")
        .param("old", utc(now.minus(KEPT)))
        .update();
    return unbroken;
  }

  /** What those say that lived then or later; the earliest counts. */
  private Optional<Instant> unbrokenUntil(Instant then) {
    return sql
        .sql("SELECT unbroken_since FROM serve_process WHERE seen_at >= :then ORDER BY 1")
        .param("then", utc(then))
        .query(LocalDateTime.class)
        .list()
        .stream()
        .findFirst()
        .map(ServeRegister::instant);
  }

  /** Notes that a process stopped in good order. */
  public void stopped(String process, Instant now) {
    sql.sql("UPDATE serve_process SET seen_at = :now, stopped_at = :now WHERE process = :process")
        .param("process", process)
        .param("now", utc(now))
        .update();
  }

  /** Processes by name. */
  public List<Server> servers() {
    return sql.sql(
            "SELECT process, started_at, seen_at, unbroken_since, stopped_at IS NOT NULL AS stopped FROM serve_process ORDER BY process")
        .query(
            (row, n) ->
                new Server(
                    row.getString("process"),
                    instant(row.getObject("started_at", LocalDateTime.class)),
                    instant(row.getObject("seen_at", LocalDateTime.class)),
                    instant(row.getObject("unbroken_since", LocalDateTime.class)),
                    row.getBoolean("stopped")))
        .list();
  }

  /** Notes what came of a run; of each feed the last is kept. */
  public void note(LastRun run) {
    sql.sql(
            """
            REPLACE INTO serve_run (feed, cause, due_at, began_at, ended_at, process, result)
            VALUES (:feed, :cause, :due, :began, :ended, :process, :result)
            """)
        .param("feed", run.feed())
        .param("cause", run.cause())
        .param("due", utc(run.dueAt()))
        .param("began", utc(run.beganAt()))
        .param("ended", utc(run.endedAt()))
        .param("process", run.process())
        .param("result", run.result())
        .update();
  }

  /** The last run of each feed, by feed. */
  public List<LastRun> lastRuns() {
    return sql.sql("SELECT * FROM serve_run ORDER BY feed")
        .query(
            (row, n) ->
                new LastRun(
                    row.getString("feed"),
                    row.getString("cause"),
                    instant(row.getObject("due_at", LocalDateTime.class)),
                    instant(row.getObject("began_at", LocalDateTime.class)),
                    instant(row.getObject("ended_at", LocalDateTime.class)),
                    row.getString("process"),
                    row.getString("result")))
        .list();
  }

  /** The agenda, by feed. */
  public List<Entry> entries() {
    return sql.sql(
            """
            SELECT task_instance, execution_time, COALESCE(CONVERT(task_data USING utf8mb4), '') AS note,
              IF(picked, COALESCE(picked_by, ''), '') AS runner
            FROM serve_agenda ORDER BY task_instance
            """)
        .query(
            (row, n) ->
                new Entry(
                    row.getString("task_instance"),
                    instant(row.getObject("execution_time", LocalDateTime.class)),
                    row.getString("note"),
                    row.getString("runner")))
        .list();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }
}
