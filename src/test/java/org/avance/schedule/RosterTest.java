package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When descriptors are read anew. */
final class RosterTest {
  @TempDir private Path jobs;

  private record Told(List<String> hearer) implements ServeListener {
    @Override
    public void happened(ServeEvent event) {
      hearer.add("%s %s %s".formatted(event.kind(), event.feed(), event.message()));
    }
  }

  @Test
  void a_folder_is_read_once_it_lies_still() throws IOException {
    List<String> told = new ArrayList<>();
    Files.createDirectories(jobs.resolve("rules"));
    Roster roster = new Roster(jobs, News.to(new Told(told), Clock.systemUTC()));
    roster.begin();
    told.clear();
    assertThat(roster.look()).as("nothing changed").isFalse();
    Files.writeString(jobs.resolve("cov.yaml"), "feed: c");
    assertThat(roster.look()).as("it may still be written").isFalse();
    Files.writeString(jobs.resolve("cov.yaml"), "feed: cov\nwrong: word\n");
    assertThat(roster.look()).as("it was").isFalse();
    assertThat(told).isEmpty();
    assertThat(roster.look()).as("it lies still").isTrue();
    assertThat(told)
        .isNotEmpty()
        .allMatch(
            each -> each.startsWith("FAULT cov the feed is not loaded until this is mended: "));
    int faults = told.size();
    assertThat(roster.look()).as("once").isFalse();
    assertThat(told).hasSize(faults);
  }
}
