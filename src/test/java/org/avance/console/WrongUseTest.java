package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not understood is said in one line, with the nearest right word, and exit code 2. */
final class WrongUseTest {
  @TempDir Path home;

  @Test
  void without_a_verb_the_verbs_are_named() {
    assertThat(Said.by())
        .isEqualTo(
            wrong(
                """
                avance: expected a verb, found none; there are run, serve, schedule, runs, show, files, freshness, trace, quarantine, restart, recover, rerun, backfill, replay, retract, reclassify, query, queries, feed, db, doctor, purge, alert
                (see avance --help)
                """));
    assertThat(Said.by("feed"))
        .isEqualTo(
            wrong(
                """
                avance feed: expected a verb, found none; there are new, try, check, list, schema
                (see avance feed --help)
                """));
  }

  @Test
  void an_unknown_verb_is_refused_with_the_nearest_one() {
    assertThat(Said.by("rnu"))
        .isEqualTo(
            wrong(
                """
                avance: no verb is named rnu; there are run, serve, schedule, runs, show, files, freshness, trace, quarantine, restart, recover, rerun, backfill, replay, retract, reclassify, query, queries, feed, db, doctor, purge, alert; did you mean run?
                (see avance --help)
                """));
    assertThat(Said.by("db", "sttus"))
        .isEqualTo(
            wrong(
                """
                avance db: no verb is named sttus; there are backup, grant, init, restore, start, status, stop; did you mean status?
                (see avance db --help)
                """));
  }

  @Test
  void an_unknown_option_is_refused_with_the_nearest_one() {
    assertThat(Said.by("run", "--fed", "issste-budget"))
        .isEqualTo(
            wrong(
                """
                avance run: no option is named --fed; there are --feed, --help, --home, --inbox, --jobs, --json, -h; did you mean --feed?
                (see avance run --help)
                """));
  }

  @Test
  void an_act_needs_to_know_on_what() {
    assertThat(Said.by("restart"))
        .isEqualTo(
            wrong(
                """
                avance restart: expected the number of a run or --failed, found neither
                (see avance restart --help)
                """));
    assertThat(Said.by("restart", "12", "--failed"))
        .isEqualTo(
            wrong(
                """
                avance restart: expected the number of a run or --failed, found both
                (see avance restart --help)
                """));
    assertThat(Said.by("restart", "12", "--feed", "people"))
        .isEqualTo(
            wrong(
                """
                avance restart: expected --feed with --failed only, found it with run 12
                (see avance restart --help)
                """));
    assertThat(Said.by("rerun"))
        .isEqualTo(
            wrong(
                """
                avance rerun: expected the number of a run or --delivery with that of a delivery, found neither
                (see avance rerun --help)
                """));
    assertThat(Said.by("backfill", "--feed", "people", "--years", "lately"))
        .isEqualTo(
            new Said(
                2, "", "avance: expected years such as 2016..2021 or 2019, found \"lately\"\n"));
  }

  @Test
  void a_word_too_many_is_refused() {
    assertThat(Said.by("run", "issste-budget"))
        .isEqualTo(
            wrong(
                """
                avance run: expected no more words; found: issste-budget
                (see avance run --help)
                """));
  }

  @Test
  void an_unknown_format_is_refused_with_the_known_ones() {
    assertThat(Said.by("query", "--format", "xml", "SELECT 1"))
        .isEqualTo(
            wrong(
                """
                avance query: Invalid value for option '--format': expected one of [TABLE, LIST, CSV, JSON] (case-insensitive) but was 'xml'
                (see avance query --help)
                """));
  }

  @Test
  void an_unknown_feed_is_refused_with_the_nearest_one_before_anything_is_started() {
    String expected =
        "avance: no descriptor issste-budgt.yaml in %s (see --jobs); there are coneval-inventory, issste-budget, issste-coverage, issste-indicators, issste-sheets, profepa-indicators, shcp-coverage, shcp-federal-funds, shcp-msd, shcp-ramo23; did you mean issste-budget?\n"
            .formatted(Path.of("jobs").toAbsolutePath());
    assertThat(Said.by("feed", "check", "issste-budgt")).isEqualTo(wrong(expected));
    assertThat(Said.by("run", "--feed", "issste-budgt", "--home", home.toString()))
        .isEqualTo(wrong(expected));
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void folders_that_are_not_there_are_named_before_anything_is_started() {
    String nowhere = home.resolve("nowhere").toString();
    assertThat(Said.by("--home", home.toString(), "run", "--jobs", nowhere))
        .isEqualTo(
            wrong(
                "avance: expected a folder of feed descriptors at %s, found none; see --jobs\n"
                    .formatted(nowhere)));
    assertThat(Said.by("--home", home.toString(), "--inbox", nowhere, "run"))
        .isEqualTo(
            wrong(
                "avance: expected the inbox folder %s, found none; see --inbox\n"
                    .formatted(nowhere)));
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_query_needs_one_statement_from_one_place() {
    String home = this.home.toString();
    assertThat(Said.by("query", "--home", home))
        .isEqualTo(
            wrong(
                "avance: expected one statement, as an argument, by --file or by --named; found none\n"));
    assertThat(Said.by("query", "--home", home, "SELECT 1", "--file", "q.sql"))
        .isEqualTo(
            wrong(
                "avance: expected one statement, as an argument, by --file or by --named; found 2\n"));
    assertThat(Said.by("query", "--home", home, "--file", "no/such.sql"))
        .isEqualTo(
            wrong(
                "avance: expected a file with one SQL statement at no/such.sql; it can't be read\n"));
  }

  @Test
  void an_unknown_ready_query_is_refused_with_the_nearest_one() {
    assertThat(Said.by("query", "--home", home.toString(), "--named", "15-freshnes"))
        .isEqualTo(
            wrong(
                "avance: no query is named 15-freshnes; `./avance queries` lists the 25 there are; did you mean 15-freshness?\n"));
    assertThat(home.resolve("mariadb")).doesNotExist();
  }

  private static Said wrong(String said) {
    return new Said(2, "", said);
  }
}
