package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.avance.job.InboxLook;
import org.avance.job.InboxLook.Lying;
import org.avance.job.InboxLook.State;
import org.avance.job.ServedFeeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the project's own descriptors: two that have a schedule, two that have none. */
class ArrivalsTest {
  private static final String FEED = "issste-coverage";
  private static final String FILE = "issste-coverage/illustrative-issste-2019.csv";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LONG_AGO = NOON.minusSeconds(3600);
  private static ServedFeeds feeds;

  private Arrivals arrivals;

  @BeforeAll
  static void descriptors() throws Exception {
    ServedFeeds all = ServedFeeds.read(Path.of("jobs"));
    List<String> some = List.of(FEED, "profepa-indicators", "shcp-coverage", "shcp-msd");
    feeds =
        new ServedFeeds(
            all.feeds().stream().filter(feed -> some.contains(feed.name())).toList(),
            List.of(),
            "rulebook",
            List.of());
    assertThat(feeds.feeds()).hasSize(4);
  }

  /** Every feed has been looked at in the beginning. */
  @BeforeEach
  void begun() {
    arrivals = new Arrivals(Duration.ofSeconds(2));
    assertThat(due(NOON)).containsExactly(FEED, "profepa-indicators");
    arrivals.settled(FEED);
    arrivals.settled("profepa-indicators");
    assertThat(due(NOON)).isEmpty();
  }

  private List<String> due(Instant now, Lying... files) {
    return arrivals.due(new InboxLook(Arrays.asList(files), List.of()), feeds, now);
  }

  private static Lying file(long bytes, Instant written, State state) {
    return new Lying(FILE, bytes, written, state);
  }

  @Test
  void a_file_that_has_lain_still_is_taken_once() {
    Lying file = file(10, LONG_AGO, State.OPEN);
    assertThat(due(NOON, file)).containsExactly(FEED);
    assertThat(due(NOON, file)).as("until it is settled").containsExactly(FEED);
    arrivals.settled(FEED);
    assertThat(due(NOON, file)).isEmpty();
    assertThat(due(NOON, file(10, LONG_AGO.plusSeconds(1), State.OPEN))).containsExactly(FEED);
  }

  @Test
  void a_file_that_is_being_written_is_left_until_it_lies_still() {
    assertThat(due(NOON, file(10, NOON, State.OPEN))).isEmpty();
    assertThat(due(NOON.plusSeconds(1), file(20, NOON.plusSeconds(1), State.OPEN))).isEmpty();
    assertThat(due(NOON.plusSeconds(2), file(20, NOON.plusSeconds(1), State.OPEN))).isEmpty();
    assertThat(due(NOON.plusSeconds(3), file(20, NOON.plusSeconds(1), State.OPEN)))
        .containsExactly(FEED);
  }

  @Test
  void a_file_from_a_clock_ahead_of_ours_is_taken_too() {
    Lying file = file(10, NOON.plusSeconds(3600), State.OPEN);
    assertThat(due(NOON, file)).isEmpty();
    assertThat(due(NOON.plusSeconds(2), file)).containsExactly(FEED);
  }

  @Test
  void its_writer_may_say_that_it_is_complete_or_that_it_is_not() {
    assertThat(due(NOON, file(10, NOON, State.COMPLETE))).containsExactly(FEED);
    assertThat(due(NOON, file(10, LONG_AGO, State.BEING_WRITTEN))).isEmpty();
    assertThat(due(NOON, file(10, LONG_AGO, State.OPEN))).containsExactly(FEED);
  }

  @Test
  void a_side_file_counts_and_a_scheduled_feeds_file_does_not() {
    Lying side = new Lying("indicators/profepa_indicators.csv", 9, LONG_AGO, State.OPEN);
    assertThat(due(NOON, side)).containsExactly("profepa-indicators");
    Lying scheduled = new Lying("coverage/cobertura_poblacional_2019.csv", 9, LONG_AGO, State.OPEN);
    arrivals.settled("profepa-indicators");
    assertThat(due(NOON, side, scheduled)).isEmpty();
  }

  @Test
  void another_rulebook_makes_all_due() {
    ServedFeeds others = new ServedFeeds(feeds.feeds(), List.of(), "another", List.of());
    assertThat(arrivals.due(new InboxLook(List.of(), List.of()), others, NOON))
        .containsExactly(FEED, "profepa-indicators");
  }
}
