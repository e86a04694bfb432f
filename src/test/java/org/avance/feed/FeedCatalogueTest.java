package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import org.avance.feed.descriptor.DescriptorFault;
import org.avance.feed.trust.Expectations;
import org.avance.feed.trust.Schedule;
import org.avance.feed.trust.Scope;
import org.avance.feed.trust.Tolerance;
import org.avance.feed.trust.Tolerances;
import org.avance.feed.trust.Trust;
import org.avance.model.CatchUp;
import org.avance.model.SameKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCatalogueTest {
  private static final String REST =
      """
      title: T
      agency: A
      files: '*.csv'
      kind: coverage
      edition: {constant: '2020'}
      record: {agency: R}
      facts: [{value: F}]
      """;

  @TempDir Path folder;

  @Test
  void feeds_come_by_name_and_a_wrong_descriptor_does_not_stop_the_others() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), "feed: b\n" + REST);
    Files.writeString(folder.resolve("a.yaml"), "feed: a\n" + REST);
    Files.writeString(folder.resolve("c.yaml"), "feed: d\n" + REST);
    Files.writeString(folder.resolve("e.yaml"), "feed: [\n");
    Files.writeString(folder.resolve("f.yml"), "feed: f\n" + REST);
    Files.writeString(folder.resolve("notes.txt"), "x");
    Files.createDirectories(folder.resolve("rules.yaml"));
    FeedCatalogue catalogue = FeedCatalogue.read(folder);
    assertThat(catalogue.feeds()).extracting(Feed::name).containsExactly("a", "b");
    assertThat(catalogue.faults())
        .contains(
            new DescriptorFault(
                folder + "/c.yaml", 1, "feed: expected the file's name \"c\" but found \"d\""),
            new DescriptorFault(
                folder + "/f.yml", 1, "expected a descriptor to end in .yaml but found f.yml"))
        .hasSize(3);
    assertThat(catalogue.faults().get(1).toString())
        .startsWith(folder + "/e.yaml:")
        .contains("YAML");
  }

  @Test
  void a_feed_says_what_its_descriptor_says() throws Exception {
    String text =
        "feed: a\n"
            + REST
            + """
            source: S
            sameKey: number
            tolerances: {quarantined: 5%, crossFoot: 0.5, ended: 80%}
            expectations: {every: year, dueBy: 04-30, rowsAgainstLast: 30 %}
            schedule: "0 30 2 * * MON-FRI"
            zone: America/Tijuana
            catchUp: none
            """;
    Files.writeString(folder.resolve("a.yaml"), text);
    Feed feed = FeedCatalogue.read(folder).feeds().get(0);
    assertThat(feed.title()).isEqualTo("T");
    assertThat(feed.agency()).isEqualTo("A");
    assertThat(feed.source()).isEqualTo("S");
    assertThat(feed.scope()).isEqualTo(Scope.EDITION);
    assertThat(feed.descriptorDigest())
        .isEqualTo(
            java.util.HexFormat.of()
                .formatHex(
                    java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertThat(feed.trust())
        .isEqualTo(
            new Trust(
                SameKey.NUMBER,
                new Tolerances(
                    new Tolerance(new BigDecimal("5"), Tolerance.Measure.PERCENT),
                    new Tolerance(new BigDecimal("0.5"), Tolerance.Measure.ABSOLUTE),
                    Optional.of(new Tolerance(new BigDecimal("80"), Tolerance.Measure.PERCENT))),
                new Expectations(
                    Expectations.Every.YEAR,
                    MonthDay.of(4, 30),
                    new Tolerance(new BigDecimal("30"), Tolerance.Measure.PERCENT)),
                new Schedule("0 30 2 * * MON-FRI", "0 30 2 * * MON-FRI", CatchUp.NONE),
                ZoneId.of("America/Tijuana")));
  }

  @Test
  void what_is_not_said_is_strict() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "feed: a\n" + REST);
    Feed feed = FeedCatalogue.read(folder).feeds().get(0);
    assertThat(feed.trust())
        .isEqualTo(
            new Trust(
                SameKey.QUARANTINE,
                new Tolerances(Tolerance.NOTHING, Tolerance.NOTHING, Optional.empty()),
                new Expectations(
                    Expectations.Every.UNSTATED, MonthDay.of(12, 31), Tolerance.ANYTHING),
                Schedule.NONE,
                ZoneId.of("America/Mexico_City")));
    Files.writeString(folder.resolve("a.yaml"), "feed: a\naggregate: sum\nscope: feed\n" + REST);
    Feed summed = FeedCatalogue.read(folder).feeds().get(0);
    assertThat(summed.trust().sameKey()).isEqualTo(SameKey.SUM);
    assertThat(summed.scope()).isEqualTo(Scope.FEED);
  }

  @Test
  void globs_say_which_files_are_the_feeds() throws Exception {
    Files.writeString(
        folder.resolve("a.yaml"),
        "feed: a\n" + REST.replace("files: '*.csv'", "files: [cov/pop_*.csv, 'Población/**.csv']"));
    Feed feed = FeedCatalogue.read(folder).feeds().get(0);
    assertThat(feed.filePatterns()).containsExactly("cov/pop_*.csv", "Población/**.csv");
    assertThat(feed.takes("cov/pop_2020.csv")).isTrue();
    assertThat(feed.takes("cov/sub/pop_2020.csv")).isFalse();
    assertThat(feed.takes("pop_2020.csv")).isFalse();
    assertThat(feed.takes("Poblacio\u0301n/a/b.csv")).isTrue();
  }
}
