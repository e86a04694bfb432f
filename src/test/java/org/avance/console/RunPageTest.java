package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.avance.model.IssueGroup;
import org.avance.model.LoadResult;
import org.avance.operate.Run;
import org.avance.warehouse.Holding;
import org.junit.jupiter.api.Test;

final class RunPageTest {
  private static final String REASON =
      "5 of 12 records (41.7 %) are in quarantine; the descriptor's tolerance is 10 %: mend the file or the descriptor";

  @Test
  void loads_reasons_and_holdings_fit_a_hundred_columns() {
    Run.Report report =
        new Run.Report(
            List.of(
                load("coverage/cobertura_2018.csv", LoadResult.Outcome.PUBLISHED, List.of()),
                load(
                    "coverage/a-very-long-folder-name/cobertura_poblacional_2019.csv",
                    LoadResult.Outcome.REJECTED,
                    List.of(REASON))),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Holding("shcp-coverage", "coverage", 20, "2018-2020", 64)),
            true,
            List.of(
                new Run.DeliveryIssues(
                    1,
                    List.of(
                        group("NUMBER_UNREADABLE", "ERROR"), group("LABEL_ALIAS", "WARNING")))));
    assertThat(printed(report))
        .isEqualTo(
            """
            feed           file                           read  staged  quarantined  skipped  outcome    seconds
            shcp-coverage  coverage/cobertura_2018.csv      12       6            5        1  PUBLISHED      1.3
                issues: DUPLICATE_MERGED 1, NUMBER_UNREADABLE 5
                NUMBER_UNREADABLE in Meta: 5
                    line 4: expected a number but found "x"
                    … and 4 more
                all of them: ./avance quarantine list --delivery 1
            shcp-coverage  coverage/a-ver…ional_2019.csv    12       6            5        1  REJECTED       1.3
                issues: DUPLICATE_MERGED 1, NUMBER_UNREADABLE 5
                NUMBER_UNREADABLE in Meta: 5
                    line 4: expected a number but found "x"
                    … and 4 more
                all of them: ./avance quarantine list --delivery 1
                because: 5 of 12 records (41.7 %) are in quarantine; the descriptor's tolerance is 10 %: mend
                         the file or the descriptor

            Facts published
            feed           file                         new  changed  unchanged  ended
            shcp-coverage  coverage/cobertura_2018.csv    6        0          0      0

            The warehouse now holds
                feed           kind      programmes  years      facts
                shcp-coverage  coverage          20  2018-2020     64
            """);
  }

  @Test
  void a_waiting_delivery_is_named_with_what_it_waits_for() {
    LoadResult waiting =
        new LoadResult(
            "profepa",
            "indicators/profepa_observations.csv",
            LoadResult.Outcome.WAITING,
            List.of(),
            Map.of(),
            List.of(
                "waits for the side file indicators/profepa_indicators.csv: it is not in the inbox"),
            0);
    Run.Report report =
        new Run.Report(
            List.of(waiting), 2, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(printed(report))
        .isEqualTo(
            """
            feed     file                                 read  staged  quarantined  skipped  outcome  seconds
            profepa  indicators/profepa_observations.csv     0       0            0        0  WAITING      0.0
                because: waits for the side file indicators/profepa_indicators.csv: it is not in the inbox

            The warehouse holds no facts yet.
            """);
    assertThat(report.allLoaded()).isFalse();
  }

  @Test
  void nothing_new_says_what_still_stands() {
    Run.Report report =
        new Run.Report(
            List.of(),
            1,
            List.of(delivery("coverage/cobertura_2018.csv", List.of(REASON))),
            List.of("coverage/x.csv: can't be read (no permission)"),
            List.of("coverage/\u001B[31m.csv", "b.csv", "c.csv", "d.csv"),
            List.of("shcp-ramo23 (budget/RAMO_23*.csv)"),
            List.of("jobs/x.yaml:3: expected a feed; found: fed"),
            List.of());
    assertThat(printed(report))
        .isEqualTo(
            """
            Wrong descriptor, feed left out: jobs/x.yaml:3: expected a feed; found: fed
            Nothing new: 1 file in the inbox, all loaded before or judged.
            Still rejected: shcp-coverage  coverage/cobertura_2018.csv (delivery 1)
                because: 5 of 12 records (41.7 %) are in quarantine; the descriptor's tolerance is 10 %: mend
                         the file or the descriptor
                Due again when descriptor, rulebook or a side file changes; or send a corrected file.
                All of them: ./avance runs --failed
            Unreadable: coverage/x.csv: can't be read (no permission)
            No feed with a sound descriptor takes 4 of the inbox's files: coverage/\\u001b[31m.csv, b.csv, c.csv,
                         …
            No file has come yet for shcp-ramo23 (budget/RAMO_23*.csv)

            The warehouse holds no facts yet.
            """);
  }

  private static IssueGroup group(String code, String severity) {
    IssueGroup.Example first =
        new IssueGroup.Example(4, "x", "expected a number but found \"x\"", "a number");
    return new IssueGroup(code, severity, "Meta", 5, List.of(first));
  }

  @Test
  void what_the_reasons_of_a_rejection_say_is_not_said_again() {
    LoadResult rejected =
        load(
            "a.csv",
            LoadResult.Outcome.REJECTED,
            List.of("5 records; the first: line 4: expected a number but found \"x\""));
    Run.Report report =
        new Run.Report(
            List.of(rejected),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            List.of(new Run.DeliveryIssues(1, List.of(group("NUMBER_UNREADABLE", "ERROR")))));
    assertThat(printed(report))
        .isEqualTo(
            """
            feed           file   read  staged  quarantined  skipped  outcome   seconds
            shcp-coverage  a.csv    12       6            5        1  REJECTED      1.3
                issues: DUPLICATE_MERGED 1, NUMBER_UNREADABLE 5
                all of them: ./avance quarantine list --delivery 1
                because: 5 records; the first: line 4: expected a number but found "x"

            The warehouse holds no facts yet.
            """);
  }

  @Test
  void of_many_standing_rejections_three_are_named() {
    List<Delivery> standing =
        List.of("a", "b", "c", "d", "e").stream()
            .map(file -> delivery(file, List.of("bad\nfile")))
            .toList();
    Run.Report report =
        new Run.Report(
            List.of(), 5, standing, List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(printed(report))
        .isEqualTo(
            """
            Nothing new: 5 files in the inbox, all loaded before or judged.
            Still rejected: shcp-coverage  a (delivery 1)
                because: bad⏎file
            Still rejected: shcp-coverage  b (delivery 1)
                because: bad⏎file
            Still rejected: shcp-coverage  c (delivery 1)
                because: bad⏎file
            Still rejected: 2 more.
                Due again when descriptor, rulebook or a side file changes; or send a corrected file.
                All of them: ./avance runs --failed

            The warehouse holds no facts yet.
            """);
  }

  private static String printed(Run.Report report) {
    StringWriter out = new StringWriter();
    new RunPage(report).print(new PrintWriter(out));
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    return out.toString();
  }

  private static LoadResult load(String file, LoadResult.Outcome outcome, List<String> reasons) {
    return new LoadResult(
        "shcp-coverage",
        file,
        outcome,
        List.of(delivery(file, reasons)),
        Map.of("NUMBER_UNREADABLE", 5L, "DUPLICATE_MERGED", 1L),
        reasons,
        1.25);
  }

  private static Delivery delivery(String file, List<String> reasons) {
    return new Delivery(
        1,
        "shcp-coverage",
        file,
        "ab12",
        "2018",
        2018,
        "edition 2018",
        DeliveryStatus.REJECTED,
        0,
        "cd34",
        "ef56",
        new DeliveryCounts(12, 6, 5, 0, 0, 0, 1, 6, 6, 0, 0, 0),
        reasons);
  }
}
