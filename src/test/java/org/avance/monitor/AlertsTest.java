package org.avance.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.avance.load.TestWarehouse;
import org.avance.model.LoadResult.Outcome;
import org.avance.monitor.LoadWatch.RunEnd;
import org.avance.warehouse.Access;
import org.avance.warehouse.AlertBook;
import org.avance.warehouse.FeedChecks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events against the warehouse's own book: each is told once, by whomever. */
final class AlertsTest {
  private static TestWarehouse warehouse;

  private final Heard heard = new Heard();

  /** A channel that keeps what it is told. */
  private static final class Heard implements Channel {
    final List<Message> messages = new CopyOnWriteArrayList<>();
    volatile boolean deaf;
    volatile boolean slow;

    @Override
    public String name() {
      return "heard";
    }

    @Override
    public String target() {
      return "a list";
    }

    @Override
    public void send(Message message) throws ChannelFailure {
      if (deaf) {
        throw new ChannelFailure("nobody listens");
      }
      messages.add(message);
      if (slow) {
        // Long enough for another to find the message untold.
        LockSupport.parkNanos(50_000_000);
      }
    }

    List<String> subjects() {
      return messages.stream().map(Message::subject).toList();
    }
  }

  @BeforeEach
  void empty() throws Exception {
    warehouse = WatchedWarehouse.empty();
  }

  @Test
  void a_failure_is_told_once_with_the_command_that_puts_it_right() {
    try (Alerts alerts = alerts()) {
      fails(alerts, 17);
      fails(alerts, 18);
    }
    try (Alerts later = alerts()) {
      fails(later, 19);
    }

    assertThat(heard.messages).hasSize(1);
    Message told = heard.messages.get(0);
    assertThat(told.subject()).isEqualTo("FAILED: people, run 17");
    assertThat(Instant.parse(told.since())).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(told.text())
        .isEqualTo(
            """
            A load of the feed people failed: people/2024.csv.
            Run 17.
            Delivery 5: 20 records read, 16 staged, 2 in quarantine.
            Because: step stage: the database says: Duplicate entry '…' for key 'name' (error 1062)

            What to do:
                ./avance show 17
                ./avance restart 17
            """);
    assertThat(
            rows(
                "SELECT CONCAT_WS(' ', event_key, is_open, kind, delivery_id, execution_id, times_seen, told_by, told_at IS NOT NULL, last_seen > first_seen) FROM alert"))
        .containsExactly("failed/people/" + "a".repeat(64) + " 1 RUN_FAILED 5 17 3 heard 1 1");
  }

  @Test
  void a_rejection_is_told_without_what_cells_hold() {
    try (Alerts alerts = alerts()) {
      alerts.began(Loads.start(17, "a"));
      alerts.ended(Loads.result(Outcome.REJECTED, 5, "a"));
    }

    assertThat(heard.messages).hasSize(1);
    assertThat(heard.messages.get(0).text())
        .isEqualTo(
            """
            A delivery of the feed people is not trusted, and none of its figures is visible: people/2024.csv.
            Run 17.
            Delivery 5: 20 records read, 16 staged, 2 in quarantine.
            Because: 4 of 20 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 5%}`)
            Issues: NUMBER_UNREADABLE 4

            What to do:
                ./avance show 17
                ./avance feed try people '/srv/the inbox/people/2024.csv'
            """);
  }

  @Test
  void what_failed_and_is_published_has_recovered_and_may_fail_anew() {
    try (Alerts alerts = alerts()) {
      fails(alerts, 17);
      awaitTold(1);
      alerts.began(Loads.start(18, "a"));
      alerts.ended(Loads.result(Outcome.PUBLISHED, 5, "a"));
      awaitTold(2);
      alerts.ended(Loads.result(Outcome.PUBLISHED, 5, "a"));
      fails(alerts, 19);
    }

    assertThat(heard.subjects())
        .containsExactly(
            "FAILED: people, run 17",
            "RECOVERED: people, people/2024.csv",
            "FAILED: people, run 19");
    assertThat(heard.messages.get(1).body())
        .isEqualTo(
            """
            people/2024.csv of the feed people is PUBLISHED.
            Run 18.
            Delivery 5: 20 records read, 16 staged, 2 in quarantine.
            This is over: FAILED: people, run 17\
            """);
  }

  @Test
  void a_corrected_file_ends_the_rejection_of_its_edition() {
    try (Alerts alerts = alerts()) {
      alerts.ended(Loads.result(Outcome.REJECTED, 5, "a"));
      awaitTold(1);
      alerts.began(Loads.start(18, "b"));
      alerts.ended(Loads.result(Outcome.PUBLISHED, 6, "b"));
    }

    assertThat(heard.subjects())
        .containsExactly("REJECTED: people, people/2024.csv", "RECOVERED: people, people/2024.csv");
  }

  @Test
  void what_was_over_before_anybody_was_told_is_no_news() {
    heard.deaf = true;
    try (Alerts alerts = alerts()) {
      fails(alerts, 17);
    }
    heard.deaf = false;
    try (Alerts alerts = alerts()) {
      alerts.ended(Loads.result(Outcome.PUBLISHED, 5, "a"));
      alerts.checksDue();
    }

    assertThat(heard.messages).isEmpty();
  }

  @Test
  void a_message_that_nobody_took_is_told_later_by_another_process() {
    heard.deaf = true;
    try (Alerts alerts = alerts()) {
      fails(alerts, 17);
    }
    assertThat(rows("SELECT CONCAT_WS(' ', tries, told_by, told_at IS NULL) FROM alert"))
        .containsExactly("1  1");

    heard.deaf = false;
    try (Alerts soon = alerts(Duration.ofMinutes(1))) {
      soon.checksDue();
    }
    assertThat(heard.messages).as("a failed try is not repeated at once").isEmpty();
    sql("UPDATE alert SET next_try_at = UTC_TIMESTAMP(6)");
    try (Alerts later = alerts()) {
      later.checksDue();
    }

    assertThat(heard.subjects()).containsExactly("FAILED: people, run 17");
  }

  @Test
  void of_many_processes_one_tells() throws Exception {
    heard.slow = true;
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            threads.submit(
                () -> {
                  try (Alerts alerts = alerts()) {
                    for (int run = 1; run <= 5; run++) {
                      fails(alerts, run);
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(heard.messages).hasSize(1);
    assertThat(rows("SELECT times_seen FROM alert")).containsExactly("20");
  }

  @Test
  void a_feed_is_late_once_for_each_edition_of_a_year() {
    sql(
        "INSERT INTO feed_expectation VALUES ('people', 'People', 'DIF', 'YEAR', 1, 1, 1), ('daily', 'D', 'DIF', 'DAY', 12, 31, 2)");
    try (Alerts alerts = alerts()) {
      alerts.checksDue();
      alerts.checksDue();
    }

    int year = Integer.parseInt(rows("SELECT YEAR(UTC_DATE())").get(0));
    String yesterday = rows("SELECT UTC_DATE() - INTERVAL 1 DAY").get(0);
    assertThat(heard.subjects())
        .containsExactlyInAnyOrder(
            "LATE: daily, %1$s was due on %1$s".formatted(yesterday),
            "LATE: people, %d was due on %d-01-01".formatted(year - 1, year));
    assertThat(rows("SELECT event_key FROM alert ORDER BY event_key"))
        .as("of a daily feed not one each day")
        .containsExactly("late/daily", "late/people/" + (year - 1));
    assertThat(heard.messages)
        .anyMatch(
            message ->
                message
                    .text()
                    .equals(
                        """
                        The feed people is late: %d of DIF was due on %d-01-01 and has not been published. 1 missing in all.

                        What to do:
                            ./avance freshness --feed people
                            ./avance run --feed people
                        """
                            .formatted(year - 1, year)));

    sql("DELETE FROM feed_expectation");
    try (Alerts alerts = alerts()) {
      alerts.checksDue();
    }
    assertThat(rows("SELECT COUNT(*) FROM alert WHERE is_open = 1")).containsExactly("0");
  }

  @Test
  void quarantine_is_told_when_it_has_grown_by_a_tenth() {
    delivery(5, "edition 2024", 100, "2026-01-01");
    quarantined(5, 1, 20);
    check();
    quarantined(5, 21, 22);
    check();
    assertThat(heard.subjects())
        .as("two more of twenty are not told")
        .containsExactly("QUARANTINE GREW: people, 20 records after 0");

    quarantined(5, 23, 30);
    check();
    check();
    sql("UPDATE quarantine SET status = 'WAIVED' WHERE record_no > 5");
    check();
    quarantined(5, 31, 40);
    check();
    sql("UPDATE quarantine SET status = 'WAIVED'");
    check();

    assertThat(heard.subjects())
        .containsExactly(
            "QUARANTINE GREW: people, 20 records after 0",
            "QUARANTINE GREW: people, 30 records after 20",
            "QUARANTINE GREW: people, 15 records after 5");
    assertThat(heard.messages.get(0).commands())
        .containsExactly("./avance quarantine list --feed people");
    assertThat(rows("SELECT COUNT(*) FROM alert WHERE is_open = 1")).containsExactly("0");
  }

  private void check() {
    try (Alerts alerts = alerts()) {
      alerts.checksDue();
    }
  }

  @Test
  void fewer_rows_than_the_descriptor_allows_are_told_and_more_are_not() {
    delivery(5, "edition 2023", 100, "2026-01-01");
    delivery(6, "edition 2024", 40, "2026-02-01");
    changed(6);
    try (Alerts alerts = alerts()) {
      alerts.began(Loads.start(18, "b"));
      alerts.ended(Loads.result(Outcome.PUBLISHED, 6, "b"));
    }
    assertThat(heard.messages).hasSize(1);
    assertThat(heard.messages.get(0).text())
        .isEqualTo(
            """
            people/2024.csv of the feed people has 40 records, the delivery before had 100; its descriptor expects a difference of up to 30%. It is published.
            Run 18.
            Delivery 6: 20 records read, 16 staged, 2 in quarantine.

            What to do:
                ./avance show 18
                ./avance retract 6 --reason 'why it is taken back'
            """);

    delivery(7, "edition 2025", 900, "2026-03-01");
    changed(7);
    try (Alerts alerts = alerts()) {
      alerts.ended(Loads.result(Outcome.PUBLISHED, 7, "c"));
    }
    assertThat(heard.messages).hasSize(1);
    assertThat(rows("SELECT COUNT(*) FROM alert WHERE is_open = 1"))
        .as("a delivery as expected ends it")
        .containsExactly("0");
  }

  @Test
  void what_a_run_left_out_is_told_once_until_it_is_mended() {
    RunEnd wrong = new RunEnd(List.of(), List.of("jobs/x.yaml:3: expected a list"), true);
    for (RunEnd end :
        List.of(
            wrong,
            wrong,
            new RunEnd(List.of(), List.of(), false),
            wrong,
            new RunEnd(List.of(), List.of(), true),
            wrong)) {
      try (Alerts alerts = alerts()) {
        alerts.runEnded(end);
      }
    }

    assertThat(heard.subjects())
        .as("mended in between, as a run of all feeds saw")
        .containsExactly(
            "LEFT OUT: jobs/x.yaml:3: expected a list", "LEFT OUT: jobs/x.yaml:3: expected a list");
  }

  private static void fails(Alerts alerts, long run) {
    alerts.began(Loads.start(run, "a"));
    alerts.ended(Loads.result(Outcome.FAILED, 5, "a"));
  }

  private void awaitTold(int messages) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (rows("SELECT 1 FROM alert WHERE told_at IS NOT NULL").size() < messages
        && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(heard.messages).hasSize(messages);
  }

  private Alerts alerts() {
    return alerts(Duration.ofMinutes(1));
  }

  private Alerts alerts(Duration pause) {
    Access access = WatchedWarehouse.access();
    return new Alerts(
        new AlertBook(access),
        new FeedChecks(access),
        Path.of("/srv/the inbox"),
        new Channels(List.of(heard)),
        pause);
  }

  private static void delivery(long id, String scope, long records, String publishedOn) {
    sql(
        """
        INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status,
          descriptor_digest, rulebook_digest, received_at, published_at, records_read)
        SELECT %1$d, feed_id, 'f', '%1$d', 1, '', 0, '%2$s', 'PUBLISHED', '', '', '%4$s', '%4$s', %3$d
        FROM dim_feed WHERE feed = 'people'
        """
            .formatted(id, scope, records, publishedOn));
  }

  private static void changed(long delivery) {
    sql(
        "INSERT INTO issue (delivery_id, record_no, code, severity, line, column_name, found, message, accepted) VALUES (%d, 0, 'ROW_COUNT_CHANGED', 'WARNING', 0, '', '', '', 'a difference of up to 30%%')"
            .formatted(delivery));
  }

  private static void quarantined(long delivery, int from, int to) {
    sql(
        "INSERT INTO quarantine (delivery_id, record_no, first_line, last_line, raw) SELECT %d, seq, seq, seq, '' FROM seq_%d_to_%d"
            .formatted(delivery, from, to));
  }

  private static void sql(String sql) {
    warehouse.owner().sql(sql).update();
  }

  private static List<String> rows(String sql) {
    return TestWarehouse.texts(warehouse.owner(), sql);
  }
}
