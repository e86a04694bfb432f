package org.avance.load;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the catalogue expects of its feeds, also of those that never delivered: views tell by it
 * what is late, and which of several feeds is shown as current.
 */
public final class FeedExpectations {
  private final JdbcClient sql;

  public FeedExpectations(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /**
   * What is expected of one feed.
   *
   * @param every how often a delivery is due, UNSTATED where the descriptor does not say
   * @param dueMonth month of the day by which a yearly one is due
   * @param dueDay day of that month
   * @param showOrder the lower, the sooner its figures are shown as current
   */
  public record Expected(
      String feed,
      String title,
      String agency,
      String every,
      int dueMonth,
      int dueDay,
      int showOrder) {}

  /**
   * Makes the table say what the catalogue says; where it does already, nothing is written.
   *
   * @param expected every sound feed
   * @param faulty feeds whose descriptor can't be read now: what they said last stays
   */
  public void publish(List<Expected> expected, Set<String> faulty) {
    List<Expected> known = sql.sql("SELECT * FROM feed_expectation").query(Expected.class).list();
    expected.stream().filter(one -> !known.contains(one)).forEach(this::write);
    List<String> named =
        Stream.concat(expected.stream().map(Expected::feed), faulty.stream()).toList();
    known.stream().map(Expected::feed).filter(feed -> !named.contains(feed)).forEach(this::forget);
  }

  private void write(Expected one) {
    sql.sql(
            """
            INSERT INTO feed_expectation (feed, title, agency, every, due_month, due_day, show_order)
            VALUES (:feed, :title, :agency, :every, :dueMonth, :dueDay, :showOrder)
            ON DUPLICATE KEY UPDATE title = VALUE(title), agency = VALUE(agency), every = VALUE(every),
              due_month = VALUE(due_month), due_day = VALUE(due_day), show_order = VALUE(show_order)
            """)
        .paramSource(one)
        .update();
  }

  private void forget(String feed) {
    sql.sql("DELETE FROM feed_expectation WHERE feed = :feed").param("feed", feed).update();
  }
}
