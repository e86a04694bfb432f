package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {
  private static final String COMMON =
      """
        -h, --help        Print this help and exit.
            --home=DIR    State and embedded database (AVANCE_HOME; else var/ in the checkout).
            --inbox=DIR   Root of the descriptors' file patterns (AVANCE_INBOX; else sample-input/).
            --jobs=DIR    Descriptors and rulebook (AVANCE_JOBS; else jobs/).
            --json        Print the result as JSON.
      """;

  @Test
  void the_help_names_verbs_options_and_exit_codes() {
    assertThat(Said.by("--help"))
        .isEqualTo(
            new Said(
                0,
                "Usage: avance [-hV] [--json] [--home=DIR] [--inbox=DIR] [--jobs=DIR] VERB\n"
                    + "Loads agencies' indicator reports into a MariaDB warehouse.\n"
                    + COMMON
                    + """
                        -V, --version     Print the version and exit.
                      Commands:
                        run         Loads whatever is new in all feeds, or in those named, and prints what happened.
                        serve       Stays up and loads feeds, by their schedules and as files arrive.
                        schedule    Lists each feed's schedule, next times and last run, and who serves.
                        runs        Lists what was run, a line for each execution, the newest first.
                        show        Shows one run: steps, counts, issues, why it failed, what can be done now.
                        files       Lists what lies in the inbox, and what the next run would make of each file.
                        freshness   Says how old each feed's last good delivery is and what is late.
                        trace       Follows a row of a view back to the lines of the file that it was read from.
                        quarantine  The records that were not loaded: looks at them, writes them out, closes them.
                        restart     Goes on with a run that failed or was stopped, from the step it came to.
                        recover     Marks a run that a dead process left as failed, so that it can be restarted.
                        rerun       Loads a published or superseded delivery again on purpose, all of it.
                        backfill    Loads a range of a feed's editions: new, failed and published ones.
                        replay      Loads quarantined records once what kept them out is mended.
                        retract     Takes a wrongly published delivery back, as if it had never come.
                        reclassify  Judges all published figures anew, by the rulebook of now or by another.
                        query       Runs one statement that reads, as the account that can't write.
                        queries     Lists the questions that come with Avance; needs no database.
                        feed        Makes, checks and tries the feeds' descriptors; needs no database.
                        db          The database's life.
                        doctor      Says what is wrong with this installation, and the command that puts it right.
                        purge       Removes job metadata, issues, quarantine and alerts that nobody needs any more.
                        alert       Tries whether alerts arrive; needs no database.

                      Exit codes: 0 done, or nothing to do; 1 Avance could not work; 2 wrong use;
                      3 something needs a person (a delivery rejected or failed, a descriptor wrong).
                      A server of your own: AVANCE_DB_URL, AVANCE_DB_USER, AVANCE_DB_PASSWORD (or _FILE).
                      """,
                ""));
  }

  @Test
  void the_help_of_run_says_what_it_does_and_takes() {
    assertThat(Said.by("run", "--help"))
        .isEqualTo(
            new Said(
                0,
                "Usage: avance run [-h] [--json] [--home=DIR] [--inbox=DIR] [--jobs=DIR] [--feed=NAME]...\n"
                    + "Loads whatever is new in all feeds, or in those named, and prints what happened.\n"
                    + "What a killed or failed run left unfinished is recovered and finished first.\n"
                    + "      --feed=NAME   Only this feed; may be repeated.\n"
                    + COMMON,
                ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query",
        "queries",
        "feed",
        "feed list",
        "feed check",
        "feed new",
        "feed try",
        "feed schema",
        "db",
        "db status",
        "db start",
        "db stop",
        "db backup",
        "db restore",
        "restart",
        "recover",
        "rerun",
        "backfill",
        "replay",
        "retract",
        "reclassify",
        "serve",
        "schedule",
        "runs",
        "show",
        "files",
        "freshness",
        "trace",
        "quarantine",
        "quarantine list",
        "quarantine show",
        "quarantine export",
        "quarantine waive",
        "db init",
        "db grant",
        "doctor",
        "purge",
        "alert",
        "alert test"
      })
  void every_verb_explains_itself_within_a_hundred_columns(String verb) {
    Said help = Said.by((verb + " -h").split(" "));
    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: avance " + verb + " [-h]").contains("--home=DIR");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void the_version_is_that_of_the_jar() {
    assertThat(Said.by("--version"))
        .isEqualTo(new Said(0, "avance (no version: not started from its jar)\n", ""));
  }
}
