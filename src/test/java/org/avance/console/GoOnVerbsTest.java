package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.job.ThisProcess;
import org.avance.load.Ownership;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that look at what broke off and go on with it, as they are typed. */
final class GoOnVerbsTest {
  @TempDir private static Path folder;
  private static Desk desk;

  /** A feed for each test, so that none stands in another's way. */
  @BeforeAll
  static void a_night() {
    desk = Desk.at(folder);
    desk.feed("rec")
        .file("rec/2020.csv", "D1,One,Personas,10,9")
        .file("rec/2021.csv", "D1,One,Personas,11,9");
    desk.feed("sta")
        .file("sta/2020.csv", "F1,One,Personas,10,9")
        .file("sta/2021.csv", "F1,One,Personas,11,9");
    desk.feed("loo", "expectations: {every: year}")
        .file("loo/2020.csv", "G1,One,Personas,10,9")
        .file("loo/2021.csv", "G1,One,Personas,11,9");
    assertThat(desk.says("run")).extracting(Said::exit, Said::err).containsExactly(0, "");
  }

  @Test
  void recover_marks_what_a_dead_process_left_and_nothing_else() throws Exception {
    long ended = desk.run("rec/2020.csv");
    desk.refuses(
        "recover",
        "avance recover: Missing required parameter: 'RUN'\n(see avance recover --help)");
    desk.refuses(
        "recover 999", "avance: recover 999: there is no run of this number; `runs` lists them");
    desk.refuses(
        "recover %s".formatted(ended),
        "avance: recover %1$d: run %1$d of rec (delivery %2$d, rec/2020.csv) is COMPLETED already: there is nothing to recover; `show %1$d` says what can be done now"
            .formatted(ended, desk.delivery("rec/2020.csv")));
    long left = desk.asIfBroken("rec/2021.csv", "STARTED");
    String run =
        "run %d of rec (delivery %d, rec/2021.csv)".formatted(left, desk.delivery("rec/2021.csv"));
    try (Ownership held = desk.claim("rec")) {
      assertThat(held.isHeld()).isTrue();
      String busy =
          "avance: recover %d: %s is STARTED, and another process is loading this feed: connection 0 from HOST, at rest for 0 s, %s, step publish, process %s; wait for it, or stop that process (Ctrl-C, SIGTERM): a process that lives is not ended"
              .formatted(left, run, run, ThisProcess.name());
      desk.refuses("recover %s".formatted(left), busy);
      desk.refuses("recover %s --kill-owner".formatted(left), busy);
      assertThat(held.isHeld()).isTrue();
    }
    assertThat(desk.says("recover %s".formatted(left)))
        .isEqualTo(
            new Said(
                0,
                Desk.sentence(
                    "",
                    "%s is FAILED now. `restart %d` goes on with it; so does the next `run`.",
                    run,
                    left),
                ""));
    desk.refuses(
        "recover %s".formatted(left),
        "avance: recover %d: %s is FAILED already: there is nothing to recover; `restart %d` goes on with it"
            .formatted(left, run, left));
    desk.asIfBroken("rec/2020.csv", "STARTED");
    assertThat(Desk.json(desk.says("recover %s --json".formatted(ended))))
        .isEqualTo(
            """
            {"run":{"run":%1$d,"feed":"rec","digest":"DIGEST","fileName":"rec/2020.csv","delivery":%2$d,"rerun":0,\
            "status":"FAILED","step":"publish","began":"0000-00-00 00:00:00","ended":"0000-00-00 00:00:00","lastRun":%1$d,"process":"%3$s"},\
            "recovered":true,"ended":[]}"""
                .formatted(ended, desk.delivery("rec/2020.csv"), ThisProcess.name()));
  }

  @Test
  void restart_goes_on_with_what_broke_off_and_asks_where_it_may_be_many() {
    long ended = desk.run("sta/2020.csv");
    String expected = "avance restart: expected the number of a run or --failed, found ";
    desk.refuses("restart", expected + "neither\n(see avance restart --help)");
    desk.refuses(
        "restart %s --failed".formatted(ended), expected + "both\n(see avance restart --help)");
    desk.refuses(
        "restart %s --feed sta".formatted(ended),
        "avance restart: expected --feed with --failed only, found it with run %d\n(see avance restart --help)"
            .formatted(ended));
    desk.refuses(
        "restart 999", "avance: restart 999: there is no run of this number; `runs` lists them");
    desk.refuses(
        "restart %s".formatted(ended),
        "avance: restart %1$d: run %1$d of sta (delivery %2$d, sta/2020.csv) is COMPLETED and its delivery PUBLISHED: `rerun` loads it again; only a run that failed or was stopped can be restarted"
            .formatted(ended, desk.delivery("sta/2020.csv")));
    assertThat(desk.says("restart --failed --feed sta"))
        .isEqualTo(new Said(0, "Nothing to restart: every run came to its end.\n", ""));
    long failed = desk.asIfBroken("sta/2021.csv", "FAILED");
    String scope =
        """
        Goes on with 1 run that did not come to its end:
          run  feed  file          status  step     ended
          %3d  sta   sta/2021.csv  FAILED  publish  0000-00-00 00:00:00
        """
            .formatted(failed);
    assertThat(desk.says("restart --failed --feed sta"))
        .isEqualTo(new Said(3, scope + Desk.NOTHING_DONE, ""));
    Said json = desk.says("restart --failed --feed sta --yes --json");
    assertThat(json.exit()).isZero();
    assertThat(json.err()).isEqualTo(scope);
    assertThat(Desk.json(json))
        .isEqualTo(
            """
            {"runs":[{"run":%1$d,"feed":"sta","digest":"DIGEST","fileName":"sta/2021.csv","delivery":%2$d,"rerun":0,\
            "status":"FAILED","step":"publish","began":"0000-00-00 00:00:00","ended":"0000-00-00 00:00:00","lastRun":%1$d,"process":"%3$s"}],\
            "left":[],"done":true,"loads":["sta/2021.csv PUBLISHED"],"unreadable":[]}"""
                .formatted(failed, desk.delivery("sta/2021.csv"), ThisProcess.name()));
    desk.asIfBroken("sta/2020.csv", "FAILED");
    assertThat(desk.says("restart %s".formatted(ended)))
        .isEqualTo(
            new Said(
                0,
                """
                feed  file          read  staged  quarantined  skipped  outcome    seconds
                sta   sta/2020.csv     1       1            0        0  PUBLISHED      0.0

                Facts published
                feed  file          new  changed  unchanged  ended
                sta   sta/2020.csv    2        0          0      0
                """,
                ""));
    desk.asIfBroken("sta/2020.csv", "FAILED");
    assertThat(outcomes("runs --failed --feed sta"))
        .as("its last run alone needs somebody")
        .containsExactly("2020.csv FAILED");
  }

  @Test
  void restart_of_all_leaves_alone_what_a_process_is_at() throws Exception {
    long at = desk.asIfBroken("loo/2021.csv", "STARTED");
    String run =
        "run %d of loo (delivery %d, loo/2021.csv)".formatted(at, desk.delivery("loo/2021.csv"));
    try (Ownership held = desk.claim("loo")) {
      assertThat(held.isHeld()).isTrue();
      Said left = desk.says("restart --failed --feed loo --yes");
      assertThat(left.exit()).isEqualTo(3);
      assertThat(left.out().replaceAll("\\s+", " "))
          .matches(
              "Left alone: \\Q%1$s\\E is STARTED and can't be restarted now: another process is loading this feed: connection .* s, \\Q%1$s\\E, step publish, process [^ ]+:[0-9]+ "
                  .formatted(run));
      Said shown = desk.says("show " + at);
      assertThat(shown.exit()).as("at work").isZero();
      assertThat(shown.out()).startsWith("run %d of loo: RUNNING for ".formatted(at));
      desk.asIfBroken("loo/2020.csv", "STARTED");
      assertThat(outcomes("runs --feed loo"))
          .as("a process is at the newest of a feed alone")
          .containsExactly("2021.csv RUNNING", "2020.csv LEFT BEHIND");
    }
    Said shown = desk.says("show " + at);
    assertThat(shown.exit()).as("left behind").isEqualTo(3);
    assertThat(shown.out()).startsWith("run %d of loo: LEFT BEHIND".formatted(at));
    assertThat(desk.says("runs --failed --feed loo").out()).contains("LEFT BEHIND");
    assertThat(desk.says("restart --failed --feed loo --yes").exit()).isZero();
    assertThat(desk.says("runs --failed --feed loo"))
        .isEqualTo(new Said(0, "No run needs anybody.\n", ""));
    assertThat(desk.says("freshness --feed loo").exit()).as("2022 and later are due").isEqualTo(3);
    assertThat(desk.says("freshness --feed rec").exit()).as("nothing is ever due").isZero();
  }

  /** Of each run its file and how it ended. */
  private static List<String> outcomes(String line) {
    return Pattern.compile("(\\d+\\.csv) .*?  ([A-Z]+(?: [A-Z]+)?)  ")
        .matcher(desk.says(line).out())
        .results()
        .map(run -> run.group(1) + " " + run.group(2))
        .toList();
  }
}
