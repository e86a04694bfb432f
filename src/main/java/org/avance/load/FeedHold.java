package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.FeedHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at who holds a feed, or the one place to publish, and ends a hold that its process can't
 * end any more. The server lets every account take any lock, so that the holder may be none of
 * Avance's: whose connection it is must be said, lest somebody should look for a process that isn't
 * there.
 */
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

  /** Who holds a feed now, or keeps others from claiming it; empty where nobody does. */
  public Optional<FeedHolder> find(String feed) {
    return find(Ownership.feedLock(warehouse, feed), SignOfLife.lock(warehouse, feed));
  }

  /** Who holds the one place to publish in a warehouse; empty where nobody does. */
  public Optional<FeedHolder> findPublishing() {
    String lock = Ownership.publishLock(warehouse);
    return find(lock, lock);
  }

  /** Whose turn to publish it is, in words; empty where nobody publishes. */
  public Optional<String> publishing() {
    return findPublishing()
        .map(
            holder ->
                sql
                    .sql("SELECT feed FROM dim_feed ORDER BY feed")
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(feed -> isOf(Ownership.feedLock(warehouse, feed), holder))
                    .findFirst()
                    .map("the feed %s publishes now"::formatted)
                    .orElse("the turn is %s's".formatted(holder.inWords())));
  }

  private boolean isOf(String lock, FeedHolder holder) {
    return sql.sql("SELECT COALESCE(IS_USED_LOCK(:lock) = :connection, FALSE)")
        .param("lock", lock)
        .param("connection", holder.connection())
        .query(Boolean.class)
        .single();
  }

  private Optional<FeedHolder> find(String lock, String life) {
    return sql.sql(
            """
            SELECT held.connection, COALESCE(p.user, '') AS account, COALESCE(p.host, '') AS host, COALESCE(p.time, 0) AS seconds,
                   COALESCE(IF(p.command <> 'Sleep', LEFT(COALESCE(p.info, p.state, p.command), 200), ''), '') AS statement,
                   CASE WHEN COALESCE(p.user, '') <> SUBSTRING_INDEX(USER(), '@', 1) THEN 'STRANGER'
                        WHEN held.life IS NULL AND p.command <> 'Sleep' THEN 'GONE'
                        WHEN held.silence > :silent THEN 'SILENT'
                        ELSE 'LIVES' END AS process
            FROM (SELECT locks.life, l.time AS silence,
                         IF(locks.life IS NOT NULL AND COALESCE(l.user, '') <> SUBSTRING_INDEX(USER(), '@', 1),
                            locks.life, COALESCE(locks.feed, locks.life)) AS connection
                  FROM (SELECT IS_USED_LOCK(:lock) AS feed, IS_USED_LOCK(:life) AS life) locks
                  LEFT JOIN information_schema.processlist l ON l.id = locks.life) held
            LEFT JOIN information_schema.processlist p ON p.id = held.connection
            WHERE held.connection IS NOT NULL
            """)
        .param("silent", SignOfLife.SILENT_SECONDS)
        .param("lock", lock)
        .param("life", life)
        .query(FeedHold::holder)
        .optional();
  }

  private static FeedHolder holder(ResultSet row, int number) throws SQLException {
    return new FeedHolder(
        row.getLong("connection"),
        row.getString("account"),
        row.getString("host"),
        row.getLong("seconds"),
        row.getString("statement").strip().replaceAll("\\s+", " "),
        FeedHolder.Life.valueOf(row.getString("process")));
  }

  /**
   * Ends the connections by which a process holds a feed; what they were at is rolled back first,
   * and the feed is free after that. Only where that process does not live.
   *
   * @param holder as it was found
   */
  public void end(String feed, FeedHolder holder) {
    end(Ownership.feedLock(warehouse, feed), feed, holder);
    end(SignOfLife.lock(warehouse, feed), feed, holder);
  }

  /**
   * Looks and ends in one statement, and only the connection that was found, or one that has been
   * silent for as long: the lock may have another owner by now, who lives.
   */
  private void end(String lock, String feed, FeedHolder holder) {
    try {
      sql.sql(
              """
              BEGIN NOT ATOMIC
                DECLARE held_by BIGINT UNSIGNED DEFAULT (
                  SELECT id FROM information_schema.processlist
                  WHERE id = IS_USED_LOCK(:lock) AND (id = :connection OR time > :silent));
                IF held_by IS NOT NULL THEN
                  KILL held_by;
                END IF;
              END
              """)
          .param("lock", lock)
          .param("connection", holder.connection())
          .param("silent", SignOfLife.SILENT_SECONDS)
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
