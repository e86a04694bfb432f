package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connection that holds one of Avance's named locks. The server lets every account take any
 * lock, so that it may be none of Avance's: a feed then waits, and whose connection it is must be
 * said, lest somebody should look for a process that isn't there.
 *
 * @param connection its number at the server
 * @param account its user, empty where the asking account may not see other accounts' connections
 * @param host from where, empty likewise
 * @param isIdle true between two statements
 * @param seconds since when
 * @param isOurs true where it logged in as the account that asks, which loads
 */
public record LockHolder(
    long connection, String account, String host, boolean isIdle, long seconds, boolean isOurs) {

  private static final String QUESTION =
      """
      SELECT l.id, COALESCE(p.user, '') AS account, COALESCE(p.host, '') AS host, COALESCE(p.time, 0) AS seconds,
             COALESCE(p.command, '') = 'Sleep' AS idle, COALESCE(p.user, '') = SUBSTRING_INDEX(USER(), '@', 1) AS ours
      FROM (SELECT IS_USED_LOCK(?) AS id) l LEFT JOIN information_schema.processlist p ON p.id = l.id
      WHERE l.id IS NOT NULL
      """;

  /** Who holds a feed; empty where nobody does. */
  public static Optional<LockHolder> ofFeed(DataSource etl, String warehouse, String feed) {
    return of(etl, Ownership.feedLock(warehouse, feed));
  }

  /** Who holds the one place to publish in a warehouse; empty where nobody does. */
  public static Optional<LockHolder> ofPublishing(DataSource etl, String warehouse) {
    return of(etl, Ownership.publishLock(warehouse));
  }

  static Optional<LockHolder> of(DataSource etl, String lock) {
    return JdbcClient.create(etl).sql(QUESTION).param(lock).query(LockHolder::holder).optional();
  }

  private static LockHolder holder(ResultSet row, int number) throws SQLException {
    return new LockHolder(
        row.getLong("id"),
        row.getString("account"),
        row.getString("host"),
        row.getBoolean("idle"),
        row.getLong("seconds"),
        row.getBoolean("ours"));
  }

  /** The connection, and that it is none of Avance's where that is so. */
  public String inWords() {
    if (account.isEmpty()) {
      return "connection %d of another database account, which is no process of Avance; `./avance doctor` says whose it is and how to end it"
          .formatted(connection);
    }
    String doing = isIdle ? "between statements" : "at work";
    String known =
        "connection %d%s from %s, %s for %d s"
            .formatted(connection, isOurs ? "" : " of " + account, host, doing, seconds);
    return isOurs
        ? known
        : known
            + ", which is no process of Avance; whoever runs the server ends it by KILL "
            + connection;
  }
}
