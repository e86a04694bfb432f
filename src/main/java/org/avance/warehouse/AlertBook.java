package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What operators were told of. All processes of a warehouse write into one book:
 *
 * <ul>
 *   <li>an event is open once at most: who sees it again only notes when;
 *   <li>who tells a message first takes it for himself, so that no two do;
 *   <li>what could not be told stays in the book and is told later, by whoever comes by.
 * </ul>
 *
 * All instants are the server's.
 */
public final class AlertBook {
  /** Older news is none. */
  private static final int DAYS_OF_TRYING = 7;

  private final JdbcClient sql;

  public AlertBook(Access access) {
    this.sql = JdbcClient.create(access.dataSource());
  }

  /**
   * Something an operator should know of. Texts are empty and numbers 0 where there is nothing to
   * say.
   *
   * @param key which event: the same again is the same event
   * @param amount how much there is of it, where that is measured
   * @param commands what puts it right, a command a line
   */
  public record Event(
      String key,
      String kind,
      String feed,
      String fileDigest,
      String scope,
      long deliveryId,
      long executionId,
      long amount,
      String subject,
      String body,
      String commands) {}

  /**
   * An event as it stands in the book.
   *
   * @param firstSeen an instant of ISO 8601
   * @param toldBy channels that have taken it
   * @param told whether somebody was told of it at all
   */
  public record Entry(long id, Event event, String firstSeen, String toldBy, boolean told) {}

  private static final String INSERT =
      """
      INSERT INTO alert
        (event_key, is_open, kind, feed, file_digest, scope, delivery_id, execution_id, amount, subject, body, commands,
         first_seen, last_seen, next_try_at, resolved_at)
      VALUES
        (:key, %s, :kind, :feed, :fileDigest, :scope, :deliveryId, :executionId, :amount, :subject, :body, :commands,
         UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), %s)
      """;

  /** Opens the event; where it is open already, notes that it was seen again. */
  public void note(Event event) {
    sql.sql(
            INSERT.formatted("1", "NULL")
                + "ON DUPLICATE KEY UPDATE last_seen = UTC_TIMESTAMP(6), times_seen = times_seen + 1")
        .paramSource(event)
        .update();
  }

  /** Notes what is over as soon as it is told. */
  public void noteNews(Event event) {
    sql.sql(INSERT.formatted("NULL", "UTC_TIMESTAMP(6)")).paramSource(event).update();
  }

  /** Open events of a kind; of all kinds where it is empty. */
  public List<Entry> open(String kind) {
    return sql.sql(
            "SELECT * FROM alert WHERE is_open = 1 AND :kind IN ('', kind) ORDER BY alert_id")
        .param("kind", kind)
        .query(AlertBook::entry)
        .list();
  }

  /**
   * Ends an event.
   *
   * @return false where another process has done so, or nobody needs to
   */
  public boolean close(long id) {
    return sql.sql(
                """
                UPDATE alert SET is_open = NULL, resolved_at = UTC_TIMESTAMP(6)
                WHERE alert_id = :id AND is_open = 1
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /** From now on this is how much there is: growth counts from here. */
  public void measure(long id, long amount) {
    sql.sql("UPDATE alert SET amount = :amount WHERE alert_id = :id AND is_open = 1")
        .param("amount", amount)
        .param("id", id)
        .update();
  }

  /**
   * What is to be told now: open events, and news. An event that was over before anybody could be
   * told is none any more.
   */
  public List<Entry> untold() {
    return sql.sql(
            """
            SELECT * FROM alert
            WHERE told_at IS NULL AND next_try_at <= UTC_TIMESTAMP(6) AND (is_open = 1 OR kind = 'RECOVERED')
              AND first_seen > UTC_TIMESTAMP(6) - INTERVAL %d DAY
            ORDER BY alert_id
            """
                .formatted(DAYS_OF_TRYING))
        .query(AlertBook::entry)
        .list();
  }

  /**
   * Takes a message for oneself, to tell it.
   *
   * @param pause nobody else tries for so long, whatever becomes of this try; twice as long after
   *     each that failed, an hour at most
   * @return false where another process has it
   */
  public boolean take(long id, Duration pause) {
    return sql.sql(
                """
                UPDATE alert
                SET next_try_at = UTC_TIMESTAMP(6) + INTERVAL LEAST(3600000, :millis * POW(2, LEAST(tries, 20))) * 1000 MICROSECOND,
                    tries = tries + 1
                WHERE alert_id = :id AND told_at IS NULL AND next_try_at <= UTC_TIMESTAMP(6)
                """)
            .param("millis", pause.toMillis())
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * A message was taken by channels.
   *
   * @param channels all that have it by now
   * @param whole true where none is left that should have it
   */
  public void told(long id, String channels, boolean whole) {
    sql.sql(
            """
            UPDATE alert SET told_by = :channels, told_at = IF(:whole, UTC_TIMESTAMP(6), NULL)
            WHERE alert_id = :id
            """)
        .param("channels", channels)
        .param("whole", whole)
        .param("id", id)
        .update();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    Event event =
        new Event(
            row.getString("event_key"),
            row.getString("kind"),
            row.getString("feed"),
            row.getString("file_digest"),
            row.getString("scope"),
            row.getLong("delivery_id"),
            row.getLong("execution_id"),
            row.getLong("amount"),
            row.getString("subject"),
            row.getString("body"),
            row.getString("commands"));
    String toldBy = row.getString("told_by");
    String firstSeen = row.getString("first_seen").replace(' ', 'T') + "Z";
    return new Entry(row.getLong("alert_id"), event, firstSeen, toldBy, !toldBy.isEmpty());
  }
}
