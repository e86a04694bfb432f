package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.LoadNote;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One execution from near: its steps, and why it failed. */
public final class ExecutionDetails {
  private final JdbcClient sql;
  private final ExecutionRow reader;

  /**
   * @param zone that the loading machine's clock goes by
   */
  public ExecutionDetails(DataSource loader, Clock clock, ZoneId zone) {
    this.sql = JdbcClient.create(loader);
    this.reader = new ExecutionRow(zone, clock.instant());
  }

  /**
   * A step of an execution.
   *
   * @param status COMPLETED, FAILED, STOPPED or STARTED
   * @param started ISO 8601, UTC
   * @param read records of the file; in classify, indicator series. 0 in steps that count nothing
   * @param written of these
   * @param rollbacks transactions taken back
   */
  public record Step(
      String step,
      String status,
      String started,
      double seconds,
      long read,
      long written,
      long rollbacks) {}

  /** Its steps in their order; one that an earlier execution had completed is not among them. */
  public List<Step> steps(long run) {
    return sql.sql("SELECT * FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID = :run ORDER BY 1")
        .param("run", run)
        .query(this::step)
        .list();
  }

  private Step step(ResultSet row, int number) throws SQLException {
    Optional<Instant> started = reader.instant(row, "START_TIME");
    Optional<Instant> ended = reader.instant(row, "END_TIME");
    return new Step(
        row.getString("STEP_NAME"),
        row.getString("STATUS"),
        ExecutionRow.text(started),
        started.isPresent() && ended.isPresent()
            ? ExecutionRow.seconds(started.get(), ended.get())
            : 0,
        row.getLong("READ_COUNT"),
        row.getLong("WRITE_COUNT"),
        row.getLong("ROLLBACK_COUNT"));
  }

  /** Why it failed or stopped, in plain words; empty where it did not, or nothing was said. */
  public String cause(long run) {
    String said =
        sql.sql(
                """
                SELECT COALESCE(EXIT_MESSAGE, '') FROM BATCH_JOB_EXECUTION
                WHERE JOB_EXECUTION_ID = :run AND STATUS <> 'COMPLETED'
                """)
            .param("run", run)
            .query(String.class)
            .optional()
            .orElse("");
    String told = LoadNote.read(said).isPresent() ? "" : Cause.of(said);
    return told.isEmpty() ? ofSteps(run) : told;
  }

  private String ofSteps(long run) {
    return sql.sql(
            """
            SELECT STEP_NAME, EXIT_MESSAGE FROM BATCH_STEP_EXECUTION
            WHERE JOB_EXECUTION_ID = :run AND STATUS <> 'COMPLETED' AND EXIT_MESSAGE <> ''
            ORDER BY STEP_EXECUTION_ID DESC LIMIT 1
            """)
        .param("run", run)
        .query(
            (row, n) ->
                "step %s: %s".formatted(row.getString("STEP_NAME"), Cause.of(row.getString(2))))
        .optional()
        .orElse("");
  }
}
