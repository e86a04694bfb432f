package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.FeedHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at who holds a feed, and ends a hold that its process can't end any more. */
public final class FeedHold {
  private static final int NO_SUCH_CONNECTION = 1094;

  private final JdbcClient sql;
  private final String warehouse;

  /**
   * @param dataSource connections of the account that loads: it sees its own, and may end them
   */
  public FeedHold(DataSource dataSource, String warehouse) {
    this.sql = JdbcClient.create(dataSource);
    this.warehouse = warehouse;
  }

  /** Who holds a feed now; empty where nobody does. */
  public Optional<FeedHolder> find(String feed) {
    return sql.sql(
            """
            SELECT COALESCE(held.feed, held.life) AS connection, COALESCE(p.host, l.host, '') AS host,
                   COALESCE(p.time, l.time, 0) AS seconds,
                   COALESCE(IF(p.command <> 'Sleep', LEFT(COALESCE(p.info, p.state, p.command), 200), ''), '') AS statement,
                   held.life IS NULL AND p.command <> 'Sleep' AS is_gone, COALESCE(l.time, 0) > :silent AS is_silent
            FROM (SELECT IS_USED_LOCK(:feed) AS feed, IS_USED_LOCK(:life) AS life) held
            LEFT JOIN information_schema.processlist p ON p.id = held.feed
            LEFT JOIN information_schema.processlist l ON l.id = held.life
            WHERE held.feed IS NOT NULL OR held.life IS NOT NULL
            """)
        .param("silent", SignOfLife.SILENT_SECONDS)
        .param("feed", Ownership.lockName(warehouse, "feed", feed))
        .param("life", SignOfLife.lock(warehouse, feed))
        .query(FeedHold::holder)
        .optional();
  }

  private static FeedHolder holder(ResultSet row, int number) throws SQLException {
    FeedHolder.Life open =
        row.getBoolean("is_silent") ? FeedHolder.Life.SILENT : FeedHolder.Life.LIVES;
    return new FeedHolder(
        row.getLong("connection"),
        row.getString("host"),
        row.getLong("seconds"),
        row.getString("statement").strip().replaceAll("\\s+", " "),
        row.getBoolean("is_gone") ? FeedHolder.Life.GONE : open);
  }

  /**
   * Ends the connections that hold a feed; what they were at is rolled back first, and the feed is
   * free after that. Only where their process does not live.
   */
  public void end(String feed) {
    end(Ownership.lockName(warehouse, "feed", feed), feed);
    end(SignOfLife.lock(warehouse, feed), feed);
  }

  /** Looks and ends in one statement: a moment later the lock may have another owner. */
  private void end(String lock, String feed) {
    try {
      sql.sql(
              """
              BEGIN NOT ATOMIC
                DECLARE held_by BIGINT UNSIGNED DEFAULT IS_USED_LOCK(:lock);
                IF held_by IS NOT NULL THEN
                  KILL held_by;
                END IF;
              END
              """)
          .param("lock", lock)
          .update();
    } catch (DataAccessException e) {
      if (!(e.getMostSpecificCause() instanceof SQLException cause
          && cause.getErrorCode() == NO_SUCH_CONNECTION)) {
        throw new IllegalStateException(
            "the connection that holds the feed %s can't be ended: %s"
                .formatted(feed, e.getMostSpecificCause().getMessage()),
            e);
      }
    }
  }
}
