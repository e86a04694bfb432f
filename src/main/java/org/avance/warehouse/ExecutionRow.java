package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.avance.model.DeliveryCounts;
import org.avance.model.LoadNote;
import org.jspecify.annotations.Nullable;

/**
 * Reads executions. Spring Batch writes times by its machine's clock, and how a load ended in a
 * note of ours.
 *
 * @param zone of the machine's clock
 * @param now for those that have not ended
 */
record ExecutionRow(ZoneId zone, Instant now) {
  private static final DeliveryCounts NOTHING =
      new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Columns that {@link #read} takes. */
  static final String COLUMNS =
      """
      e.JOB_EXECUTION_ID AS run, i.JOB_NAME AS job, e.STATUS AS batch_status, e.START_TIME AS start_time,
      e.END_TIME AS end_time, COALESCE(e.EXIT_MESSAGE, '') AS exit_message,
      COALESCE(feed.PARAMETER_VALUE, '') AS feed, COALESCE(rerun.PARAMETER_VALUE, '0') AS rerun,
      COALESCE(d.delivery_id, 0) AS delivery_id, COALESCE(d.file_name, '') AS file_name,
      COALESCE(d.edition, '') AS edition, COALESCE(d.status, '') AS status,
      COALESCE(d.rerun, 0) AS delivery_rerun,
      EXISTS (
        SELECT 1 FROM BATCH_JOB_EXECUTION next
        WHERE next.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID AND next.JOB_EXECUTION_ID > e.JOB_EXECUTION_ID) AS went_on,
      COALESCE(d.records_read, 0) AS records_read,
      COALESCE(d.records_quarantined, 0) AS records_quarantined, COALESCE(d.facts_new, 0) AS facts_new,
      COALESCE(d.facts_changed, 0) AS facts_changed, COALESCE(d.facts_ended, 0) AS facts_ended
      """;

  Execution read(ResultSet row, int number) throws SQLException {
    Optional<LoadNote> note = LoadNote.read(row.getString("exit_message"));
    String outcome = note.map(LoadNote::outcome).orElse(outcome(row));
    DeliveryCounts counts = note.map(LoadNote::counts).orElse(counts(row, outcome));
    Optional<Instant> started = instant(row, "start_time");
    Optional<Instant> ended = instant(row, "end_time");
    return new Execution(
        row.getLong("run"),
        row.getString("job"),
        row.getString("feed"),
        row.getString("file_name"),
        row.getString("edition"),
        row.getLong("delivery_id"),
        row.getLong("rerun"),
        text(started),
        text(ended),
        started.map(from -> seconds(from, ended.orElse(now))).orElse(0.0),
        outcome,
        counts.read(),
        counts.quarantined(),
        counts.factsNew(),
        counts.factsChanged(),
        counts.factsEnded());
  }

  /** Of an execution without a note: one that has not completed, or was made before notes were. */
  private static String outcome(ResultSet row) throws SQLException {
    String status = row.getString("batch_status");
    return switch (status) {
      case "STARTING", "STARTED", "STOPPING", "UNKNOWN" -> Execution.RUNNING;
      case "STOPPED" -> "STOPPED";
      case "COMPLETED" -> completed(row);
      default -> "FAILED";
    };
  }

  /** Of a delivery that was loaded again since, only rejections could be loaded again then. */
  private static String completed(ResultSet row) throws SQLException {
    if (row.getString("status").isEmpty() || !row.getString("job").startsWith("load-")) {
      return "COMPLETED";
    }
    return isLast(row) ? row.getString("status") : "REJECTED";
  }

  private static boolean isLast(ResultSet row) throws SQLException {
    return row.getLong("rerun") == row.getLong("delivery_rerun");
  }

  /** The delivery tells of its last load and of that load's last execution. */
  private static DeliveryCounts counts(ResultSet row, String outcome) throws SQLException {
    if (!isLast(row) || row.getBoolean("went_on")) {
      return NOTHING;
    }
    boolean published = outcome.equals("PUBLISHED");
    return new DeliveryCounts(
        row.getLong("records_read"),
        0,
        row.getLong("records_quarantined"),
        0,
        0,
        0,
        0,
        0,
        published ? row.getLong("facts_new") : 0,
        published ? row.getLong("facts_changed") : 0,
        0,
        published ? row.getLong("facts_ended") : 0);
  }

  Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable LocalDateTime local = row.getObject(column, LocalDateTime.class);
    return Optional.ofNullable(local).map(time -> time.atZone(zone).toInstant());
  }

  static String text(Optional<Instant> instant) {
    return instant.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
  }

  static double seconds(Instant from, Instant to) {
    double exact = Duration.between(from, to).toMillis() / 1e3;
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", Math.max(0, exact)));
  }
}
