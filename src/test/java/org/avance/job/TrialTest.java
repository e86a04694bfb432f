package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.RealFiles;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.model.DeliveryCounts;
import org.avance.model.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial counts, without a database, what a load counts with one. */
final class TrialTest {
  private static final Path JOBS = Path.of("jobs");
  private static final Path INBOX = Path.of("sample-input");

  @TempDir private Path folder;

  @Test
  void the_samples_are_accounted_for_as_their_loads_are() throws IOException {
    List<String> loaded = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    List<Feed> feeds = FeedCatalogue.read(JOBS).feeds();
    for (Path expected : expectations()) {
      for (String row : Files.readAllLines(expected).subList(1, lines(expected))) {
        String file = row.substring(row.lastIndexOf(',') + 1);
        Feed feed = feeds.stream().filter(each -> each.takes(file)).findFirst().orElseThrow();
        loaded.add(file + ": " + String.join(" ", List.of(row.split(",")).subList(2, 10)));
        tried.add(file + ": " + accounted(result(feed.name(), INBOX.resolve(file))));
      }
    }
    assertThat(tried).isNotEmpty().isEqualTo(loaded);
  }

  @Test
  void real_files_are_accounted_for_as_their_loads_are() throws IOException {
    Path real = RealFiles.folder();
    TrialResult coverage =
        result("shcp-coverage", real.resolve("coverage/cobertura_poblacional_2019.csv"));
    assertThat(coverage.counts())
        .isEqualTo(new DeliveryCounts(204, 192, 7, 0, 0, 0, 5, 192, 0, 0, 0, 0));
    TrialResult budget = result("shcp-ramo23", real.resolve("budget/RAMO_23_general2015.csv"));
    assertThat(budget.counts().read()).isEqualTo(budget.counts().staged()).isPositive();
    assertThat(budget.reasons()).isEmpty();
  }

  @Test
  void a_file_is_held_against_what_it_prints_about_itself_and_its_text_is_looked_at()
      throws IOException {
    Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(
        folder.resolve("jobs/x.yaml"),
        """
        feed: x
        title: T
        agency: A
        files: '*.csv'
        kind: coverage
        edition: {constant: "2020"}
        record: {agency: R, programmeName: N}
        facts: [{value: F}]
        totals: {when: {column: R, equals: Total}}
        controls: [{count: records, printed: F, row: {column: R, equals: Registros}}]
        """);
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "R,N,F\n1,NiÃ±as,5\n2,Uno,6\nTotal,,12\n");
    Trial.Outcome outcome =
        Trial.of(new Trial.Folders(folder.resolve("jobs"), folder), "x", file, 3, issue -> {});
    assertThat(outcome.result().reasons())
        .containsExactly(
            "F: the printed total is 12, its records add up to 11, a greater difference than the descriptor bears (`tolerances: {crossFoot: 0}`)",
            "controls: expected a row that prints the number of records but found none");
    assertThat(outcome.issues())
        .extracting(kind -> kind.code() + " " + kind.column() + " " + kind.count())
        .containsExactly("MOJIBAKE N 1");
  }

  @Test
  void a_file_whose_side_file_is_absent_waits() throws IOException {
    Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(
        folder.resolve("jobs/x.yaml"),
        """
        feed: x
        title: T
        agency: A
        files: '*.csv'
        kind: coverage
        edition: {constant: "2020"}
        lookups: [{name: units, files: codes/units.csv, key: Id, by: U}]
        record: {agency: R, unit: {lookup: units, column: Unidad}}
        facts: [{value: F}]
        """);
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "R,U,F\n1,p,5\n");
    Trial.Folders folders = new Trial.Folders(folder.resolve("jobs"), folder);
    assertThat(Trial.of(folders, "x", file, 3, issue -> {}).result().reasons())
        .containsExactly("waits for the side file codes/units.csv: it is not in the inbox");
    Files.createDirectories(folder.resolve("codes"));
    Files.writeString(folder.resolve("codes/units.csv"), "Id,Unidad\np,Personas\n");
    assertThat(Trial.of(folders, "x", file, 3, issue -> {}).result().reasons()).isEmpty();
  }

  private static String accounted(TrialResult trial) {
    DeliveryCounts counts = trial.counts();
    return Stream.of(
            trial.reasons().isEmpty() ? "PUBLISHED" : "REJECTED",
            counts.read(),
            counts.staged(),
            counts.quarantined(),
            counts.blank(),
            counts.totals(),
            counts.filtered(),
            counts.merged())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  private static TrialResult result(String feed, Path file) throws IOException {
    return Trial.of(new Trial.Folders(JOBS, INBOX), feed, file, 3, issue -> {}).result();
  }

  private static List<Path> expectations() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("sample-input"))) {
      return all.filter(file -> file.endsWith("deliveries.csv")).sorted().toList();
    }
  }
}
