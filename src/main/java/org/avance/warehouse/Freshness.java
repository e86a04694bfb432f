package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How old what feeds have published is, and what is late. */
public final class Freshness {
  private Freshness() {}

  /**
   * One feed. Texts are empty where there is nothing to say.
   *
   * @param inCatalogue false where its descriptor is gone
   * @param every how often a delivery is due: YEAR, QUARTER, MONTH, WEEK, DAY or UNSTATED
   * @param edition of its last published delivery
   * @param publishedAt ISO 8601, UTC
   * @param ageDays since then; 0 where it never published
   * @param nextDueOn ISO 8601
   * @param late true where a delivery that was due has not been published
   * @param missing what was due and has not come, the last due first
   */
  public record FeedAge(
      String feed,
      boolean inCatalogue,
      String every,
      long delivery,
      String fileName,
      String edition,
      String publishedAt,
      long ageDays,
      String nextDueOn,
      boolean late,
      List<Missing> missing) {
    public FeedAge {
      missing = List.copyOf(missing);
    }
  }

  /**
   * A delivery that was due.
   *
   * @param delivery what came instead and was not published; 0 where nothing came
   * @param status of that
   */
  public record Missing(
      String edition, String dueOn, long daysLate, long delivery, String fileName, String status) {}

  /**
   * Feeds by name.
   *
   * @param feed one of them; all where empty
   */
  public static List<FeedAge> list(DataSource reader, String feed) {
    JdbcClient sql = JdbcClient.create(reader);
    List<FeedAge> feeds = new ArrayList<>();
    for (FeedAge each :
        sql.sql("SELECT * FROM v_freshness WHERE feed = :feed OR :feed = '' ORDER BY feed")
            .param("feed", feed)
            .query(Freshness::age)
            .list()) {
      feeds.add(each.late() ? with(missing(sql, each.feed()), each) : each);
    }
    return List.copyOf(feeds);
  }

  private static FeedAge age(ResultSet row, int number) throws SQLException {
    return new FeedAge(
        row.getString("feed"),
        row.getBoolean("is_in_catalogue"),
        text(row, "every_code"),
        row.getLong("delivery_id"),
        text(row, "file_name"),
        text(row, "last_edition"),
        DeliveryDetails.instant(row, "published_at"),
        row.getLong("age_days"),
        text(row, "next_due_on"),
        row.getLong("n_missing") > 0,
        List.of());
  }

  private static FeedAge with(List<Missing> missing, FeedAge it) {
    return new FeedAge(
        it.feed(),
        it.inCatalogue(),
        it.every(),
        it.delivery(),
        it.fileName(),
        it.edition(),
        it.publishedAt(),
        it.ageDays(),
        it.nextDueOn(),
        it.late(),
        missing);
  }

  private static List<Missing> missing(JdbcClient sql, String feed) {
    return sql.sql("SELECT * FROM v_expected_missing WHERE feed = :feed ORDER BY due_on DESC")
        .param("feed", feed)
        .query(
            (row, n) ->
                new Missing(
                    text(row, "edition"),
                    text(row, "due_on"),
                    row.getLong("days_late"),
                    row.getLong("delivery_id"),
                    text(row, "file_name"),
                    text(row, "status")))
        .list();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return row.wasNull() ? "" : text;
  }
}
