package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.avance.load.Ownership;
import org.avance.operate.FreshnessCheck;
import org.avance.operate.InboxList;
import org.avance.operate.RunDetails;
import org.avance.operate.RunList;
import org.avance.warehouse.Executions;
import org.junit.jupiter.api.Test;

/** What an operator finds the morning after: whole pages, of a night with a bit of everything. */
final class LookTest {
  private static final Night NIGHT = Night.shared();

  @Test
  void runs_are_a_line_each_the_newest_first() {
    assertThat(runs(false, "", "", 50))
        .isEqualTo(
            """
            run  feed  file       started (UTC)     seconds  outcome      records  facts
              6  cov   –          0000-00-00 00:00        –  LEFT BEHIND        0  0/0/0
              5  cov   –          0000-00-00 00:00     0.00  FAILED             0  0/0/0
              3  cov   b2019.csv  0000-00-00 00:00     0.00  PUBLISHED          1  0/1/2
              2  cov   a2020.csv  0000-00-00 00:00     0.00  REJECTED           2  0/0/0
              1  cov   a2019.csv  0000-00-00 00:00     0.00  PUBLISHED          3  4/0/0
            (facts: new/changed/ended)
            """);
  }

  @Test
  void what_is_left_off_is_said_and_a_day_is_a_bound() {
    assertThat(runs(false, "cov", "", 1))
        .endsWith("4 older runs left off; --limit N shows more.\n");
    assertThat(RunList.perform(NIGHT.place(), false, "", "2026-02-01", 50).runs()).hasSize(5);
    assertThat(RunList.perform(NIGHT.place(), false, "", "9999-01-01", 50).runs()).isEmpty();
    assertThat(RunList.perform(NIGHT.place(), false, "", "2h", 50).runs())
        .extracting(run -> run.run())
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void failed_are_those_that_still_need_somebody() throws Exception {
    assertThat(RunList.perform(NIGHT.place(), true, "", "", 50).runs())
        .extracting(run -> run.run())
        .containsExactly(6L, 5L, 2L);
    try (Ownership held = NIGHT.claim()) {
      assertThat(held).isNotNull();
      assertThat(RunList.perform(NIGHT.place(), true, "", "", 50).runs())
          .extracting(run -> run.run())
          .containsExactly(5L, 2L);
      assertThat(runs(false, "", "", 1)).contains("  RUNNING  ");
    }
  }

  @Test
  void wrong_questions_are_answered_with_right_ones() {
    Night.refuses(
        () -> RunList.perform(NIGHT.place(), false, "cow", "", 50),
        "no descriptor cow.yaml in %s (see --jobs); there are cov; did you mean cov?"
            .formatted(NIGHT.place().jobs()));
    Night.refuses(
        () -> RunList.perform(NIGHT.place(), false, "", "lately", 50),
        "expected --since to be a date such as 2026-03-31, or a span back from now such as 12h, 7d or 2w; found lately");
    Night.refuses(
        () -> RunDetails.perform(NIGHT.place(), 77),
        "no run is numbered 77; `./avance runs` lists those there are");
  }

  @Test
  void a_rejected_run_is_shown_with_its_reasons_and_the_commands_that_help() {
    RunDetails.Report report = RunDetails.perform(NIGHT.place(), 2);
    assertThat(NIGHT.page(out -> new ShowPage(report, out).print()))
        .isEqualTo(
            """
            run 2 of cov: REJECTED after 0.00 s
            started 0000-00-00 00:00:00, ended 0000-00-00 00:00:00 (UTC)

            step      status     seconds  read  written  taken back
            receive   COMPLETED     0.00     0        0           0
            stage     COMPLETED     0.00     2        2           0
            classify  COMPLETED     0.00     0        0           0
            judge     COMPLETED     0.00     0        0           0
            publish   COMPLETED     0.00     0        0           0

            delivery 2: cov/a2020.csv
                REJECTED, edition 2020, scope edition 2020
                received 0000-00-00 00:00:00, published – (UTC)
                digest DIGEST, 83 bytes
                descriptor DIGEST, the one of now
                rulebook DIGEST, version 2020.1, the one of now
                2 records read = 0 staged + 2 quarantined + 0 blank + 0 totals + 0 filtered + 0 repeated
                0 facts stated: 0 new, 0 changed, 0 unchanged, 0 kept as newer; 0 ended
                because: 2 of 2 records are in quarantine, more than the descriptor bears (`tolerances:
                         {quarantined: 50%}`); the first: line 2: Meta: expected a number such as 1,234.5 but
                         found "1 x"; line 2: Atendida: expected a number such as 1,234.5 but found "-y"; line
                         3: Meta: expected a number such as 1,234.5 but found "\\u001b[31m"
                because: none of 2 records states a fact

            issues of the delivery
                NUMBER_UNREADABLE in Meta: 2
                    line 2: Meta: expected a number such as 1,234.5 but found "1 x"
                    line 3: Meta: expected a number such as 1,234.5 but found "\\u001b[31m"
                NUMBER_UNREADABLE in Atendida: 1
                    line 2: Atendida: expected a number such as 1,234.5 but found "-y"

            log: DIR/home/log/avance.log
                no line of this run in it

            what can be done now
                ./avance quarantine list --delivery 2
                    shows the records that were set aside
                ./avance feed try cov DIR/inbox/cov/a2020.csv
                    shows what the descriptor makes of the file, while you mend it
                ./avance run --feed cov
                    loads it again, once descriptor, rulebook or side files are mended, or a corrected file is
                    in the inbox
            """);
  }

  @Test
  void why_a_run_failed_is_said_in_plain_words() {
    RunDetails.Report failed = RunDetails.perform(NIGHT.place(), 5);
    assertThat(failed.cause()).isEqualTo("the disk is full");
    assertThat(failed.run().seconds()).isEqualTo(1.5);
    assertThat(failed.run().started()).isEqualTo("2026-02-01T02:00:00Z");
    assertThat(RunDetails.perform(NIGHT.place(), 6).cause())
        .isEqualTo("its process is gone: killed, or its machine or its connection went down");
  }

  @Test
  void times_are_those_of_the_loading_machine_in_utc() {
    Executions executions =
        new Executions(
            NIGHT.warehouse().as(NIGHT.warehouse().endpoint().etl()),
            Clock.systemUTC(),
            ZoneId.of("America/Mexico_City"),
            feed -> Optional.empty());
    assertThat(executions.find(5).orElseThrow().started()).isEqualTo("2026-02-01T08:00:00Z");
  }

  @Test
  void every_file_of_the_inbox_is_told_of_and_nothing_is_written() {
    long before =
        NIGHT.warehouse().owner().sql("SELECT COUNT(*) FROM delivery").query(Long.class).single();
    InboxList.Report report = InboxList.perform(NIGHT.place(), "");
    assertThat(NIGHT.page(out -> FilesPage.print(report, out)))
        .isEqualTo(
            """
            file              feed  state      delivery  status     edition
            cov/a2019.csv     cov   known             1  PUBLISHED  2019
            cov/a2020.csv     cov   rejected          2  REJECTED   2020
            cov/b2019.csv     cov   known             3  PUBLISHED  2019
            cov/c2021.csv     cov   new               –  –          2021
            cov/copy2021.csv  cov   new               –  –          2021
                the same bytes as cov/c2021.csv
            stray.bin         –     unclaimed         –  –          –
            stray.csv         –     unclaimed         –  –          –
            (2 known, 2 new, 1 rejected, 2 unclaimed)
            """);
    assertThat(
            NIGHT
                .warehouse()
                .owner()
                .sql("SELECT COUNT(*) FROM delivery")
                .query(Long.class)
                .single())
        .isEqualTo(before);
  }

  @Test
  void a_feed_is_late_when_an_edition_that_was_due_has_not_come() {
    FreshnessCheck.Report report = FreshnessCheck.perform(NIGHT.place(), "cov");
    assertThat(report.anyLate()).isTrue();
    assertThat(report.feeds().get(0).missing())
        .anyMatch(each -> each.edition().equals("2020") && each.status().equals("REJECTED"))
        .anyMatch(each -> each.edition().equals("2022") && each.delivery() == 0);
    assertThat(NIGHT.page(out -> FreshnessPage.print(report, false, out)))
        .contains("cov   2019                 3  0000-00-00 00:00")
        .contains("  LATE\n")
        .contains("2020 was due on ", "delivery 2 came (cov/a2020.csv) and is REJECTED")
        .contains(" of which nothing came; --all names them\n");
    assertThat(NIGHT.page(out -> FreshnessPage.print(report, true, out)))
        .contains("2020 was due on ")
        .doesNotContain("more of which");
  }

  private static String runs(boolean failed, String feed, String since, int limit) {
    RunList.Report report = RunList.perform(NIGHT.place(), failed, feed, since, limit);
    return NIGHT.page(out -> RunsPage.print(report, failed, out));
  }
}
