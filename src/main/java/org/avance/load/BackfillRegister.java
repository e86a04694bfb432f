package org.avance.load;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ranges of editions that were loaded again on purpose: so that one which was broken off is
 * gone on with, and not begun anew, when it is asked for again.
 */
public final class BackfillRegister {
  private final JdbcClient sql;

  public BackfillRegister(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /** A range of a feed's editions, under the descriptor and rulebook of now. */
  public record Range(
      String feed, int firstYear, int lastYear, String descriptorDigest, String rulebookDigest) {}

  /**
   * A backfill that has begun.
   *
   * @param afterRun the last execution before it
   * @param begunAt when it was first asked for, UTC
   */
  public record Begun(long id, long afterRun, String begunAt) {}

  /** The one of this range that has not come to its end. */
  public Optional<Begun> findOpen(Range range) {
    return sql.sql(
            """
            SELECT backfill_id, after_execution, CAST(begun_at AS CHAR(19)) FROM backfill
            WHERE feed = :feed AND first_year = :firstYear AND last_year = :lastYear AND ended_at IS NULL
              AND descriptor_digest = :descriptorDigest AND rulebook_digest = :rulebookDigest
            ORDER BY backfill_id DESC LIMIT 1
            """)
        .paramSource(range)
        .query((row, n) -> new Begun(row.getLong(1), row.getLong(2), row.getString(3)))
        .optional();
  }

  /** Begins it, and gives up what was begun of the same range under other descriptors. */
  public void begin(Range range) {
    end(range);
    sql.sql(
            """
            INSERT INTO backfill (feed, first_year, last_year, descriptor_digest, rulebook_digest, after_execution, begun_at)
            SELECT :feed, :firstYear, :lastYear, :descriptorDigest, :rulebookDigest,
                   (SELECT COALESCE(MAX(JOB_EXECUTION_ID), 0) FROM BATCH_JOB_EXECUTION), NOW(6)
            """)
        .paramSource(range)
        .update();
  }

  /** All of it is done: the same range asked for again is a new one. */
  public void end(Range range) {
    sql.sql(
            """
            UPDATE backfill SET ended_at = NOW(6)
            WHERE feed = :feed AND first_year = :firstYear AND last_year = :lastYear AND ended_at IS NULL
            """)
        .paramSource(range)
        .update();
  }
}
