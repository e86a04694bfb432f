package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody is still writing while a run looks at them. */
class GrowingFileTest {
  private static final String WAITS =
      " WAITING; the file is still being written; a later run loads it";

  @TempDir private static Path folder;
  private static TestLoads loads;

  /** What happens while a file is watched, by its name. */
  private static Consumer<String> meanwhile = file -> {};

  @BeforeAll
  static void warehouse() throws Exception {
    Progress progress =
        (feed, file, step, records) -> {
          if (step.equals("watch")) {
            meanwhile.accept(file);
          }
        };
    loads = new TestLoads(folder, TestWarehouse.migrated("growing"), progress);
    loads.watching();
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  private static Path inbox(String name) {
    return folder.resolve("inbox").resolve(name);
  }

  private static void append(String name, String text) {
    try {
      Files.writeString(inbox(name), text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> run(String feed, Consumer<String> inTheMeantime) {
    meanwhile = inTheMeantime;
    return TestLoads.shown(loads.open().run(Set.of(feed)));
  }

  @Test
  void a_file_that_grows_while_it_is_watched_waits_and_is_loaded_whole_by_a_later_run() {
    loads
        .feed("grows", TestLoads.COVERAGE)
        .file("grows/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    assertThat(run("grows", file -> append(file, "E002,Dos,Per")))
        .containsExactly("grows/2020.csv" + WAITS);
    assertThat(run("grows", file -> append(file, "sonas,2,1\n")))
        .containsExactly("grows/2020.csv" + WAITS);
    assertThat(loads.rows("SELECT COUNT(*) FROM v_delivery WHERE feed = 'grows'"))
        .containsExactly("0");
    assertThat(run("grows", file -> {})).containsExactly("grows/2020.csv PUBLISHED");
    assertThat(loads.figures("grows"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 90 | 2",
            "E002 | TARGET | 2020 | 2 | 3",
            "E002 | SERVED | 2020 | 1 | 3");
  }

  /** A copy may keep the old time stamp while it still writes: the bytes tell. */
  @Test
  void bytes_that_are_no_longer_those_looked_at_wait_though_the_time_stamp_is_old()
      throws Exception {
    loads
        .feed("older", TestLoads.COVERAGE)
        .file("older/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(inbox("older/2020.csv"), old);
    loads.file("older/2019.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,1,1");
    Consumer<String> growsUnseen =
        watched -> {
          if (watched.equals("older/2019.csv")) {
            append("older/2020.csv", "E002,Dos,Personas,2,1\n");
            assertThat(inbox("older/2020.csv").toFile().setLastModified(old.toMillis())).isTrue();
          }
        };
    assertThat(run("older", growsUnseen))
        .containsExactly("older/2019.csv PUBLISHED", "older/2020.csv" + WAITS);
    assertThat(run("older", file -> {})).containsExactly("older/2020.csv PUBLISHED");
  }
}
