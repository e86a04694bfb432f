package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BesideTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** Would wait an hour for a file that was written at noon. */
  private static final Watch PATIENT =
      new Watch(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofHours(1));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void file() throws IOException {
    file = write("a.csv", NOON);
  }

  private Path write(String name, Instant when) throws IOException {
    Path written = Files.writeString(folder.resolve(name), name);
    return Files.setLastModifiedTime(written, FileTime.from(when));
  }

  private static void noWait() {
    throw new AssertionError("expected no wait");
  }

  @Test
  void a_done_file_says_that_it_is_complete() throws IOException {
    assertThat(Beside.of(file)).isEqualTo(Beside.NOTHING);
    write("a.csv.done", NOON);
    assertThat(Beside.of(file)).isEqualTo(Beside.DONE);
    assertThat(PATIENT.sees(file, BesideTest::noWait)).isFalse();
  }

  @Test
  void a_done_file_of_an_earlier_state_says_nothing() throws IOException {
    write("a.csv.done", NOON.minusSeconds(1));
    assertThat(Beside.of(file)).isEqualTo(Beside.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {".part", ".partial", ".filepart", ".tmp"})
  void another_state_of_it_is_being_written(String ending) throws IOException {
    write("a.csv.done", NOON);
    write("a.csv" + ending, NOON.minusSeconds(9999));
    assertThat(Beside.of(file)).isEqualTo(Beside.BEING_WRITTEN);
    assertThat(PATIENT.sees(file, BesideTest::noWait)).isTrue();
  }

  @Test
  void what_lies_beside_is_no_delivery() throws IOException {
    write("a.csv.done", NOON);
    write("b.csv.part", NOON);
    assertThat(InboxLook.at(folder))
        .isEqualTo(
            new InboxLook(
                java.util.List.of(new InboxLook.Lying("a.csv", 5, NOON, InboxLook.State.COMPLETE)),
                java.util.List.of()));
  }
}
