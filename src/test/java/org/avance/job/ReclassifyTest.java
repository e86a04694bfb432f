package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * History judged anew stands as it would, had it been judged so from the start; what was judged
 * before stays readable as of its time.
 */
class ReclassifyTest {
  private static final String INDICATORS =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      scope: feed
      record:
        agency: {constant: "99"}
        programme: Programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: {constant: Porcentaje}
        direction: {constant: ascending}
        year: Ciclo
        geography: {constant: MX}
        baseline: LB
        baselineYear: {constant: "2018"}
        target: Meta
        targetYear: {constant: "2024"}
        interimTarget: Intermedia
      facts:
        - value: Valor
      """;

  private static final String[] FIGURES = {
    "Programa,Id,Nombre,LB,Meta,Intermedia,Ciclo,Valor",
    "P1,a,Acceso,10,60,30,2019,20",
    "P1,a,Acceso,10,60,30,2020,26",
    "P1,a,Acceso,10,60,30,2021,33",
    "P1,b,Visitas,10,60,30,2020,28",
    "P2,c,Multas,10,60,30,2020,61",
    "P2,c,Multas,10,60,30,2021,19"
  };

  @TempDir private Path folder;
  private TestWarehouse warehouse;
  private TestLoads loads;

  @BeforeEach
  void loads() throws Exception {
    warehouse = TestWarehouse.migrated("reclassify");
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Other numbers, under a version of their own or the same. */
  private void stricter(String version) {
    loads.rulebook(version);
    replace("coverage.yaml", "value: 30\n", "value: 5\n");
    replace(
        "indicators.yaml",
        "laggingBelowPercent:\n      value: 23",
        "laggingBelowPercent:\n      value: 40");
    replace(
        "indicators.yaml", "greenUpToPercent:\n    value: 5", "greenUpToPercent:\n    value: 1");
  }

  private void replace(String file, String what, String by) {
    try {
      Path rules = folder.resolve("jobs/rules").resolve(file);
      String text = Files.readString(rules);
      assertThat(text).contains(what);
      Files.writeString(rules, text.replace(what, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(String feed) {
    loads.feed("i-" + feed, INDICATORS).file("i-" + feed + "/1.csv", FIGURES);
    loads
        .feed("c-" + feed, TestLoads.COVERAGE)
        .file("c-" + feed + "/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90")
        .file("c-" + feed + "/2021.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,110,140");
    assertThat(loads.run()).hasSize(3).allMatch(line -> line.endsWith(" PUBLISHED"));
  }

  /** What the rules say, by no number of a row. */
  private List<String> judged(String feed, String asOf) {
    List<String> judged = new ArrayList<>();
    judged.addAll(
        loads.rows(
            """
            SELECT i.code, j.year_key, progress_percent, progress_key, progress_status, interim_key, trend_key, light_key, light_status,
                   slope, rulebook_version, j.delivery_id = v.delivery_id
            FROM fct_indicator_judgement %1$s j JOIN fct_indicator_value v USING (feed_id, indicator_id, year_key)
            JOIN dim_indicator i USING (indicator_id) JOIN dim_feed f ON f.feed_id = j.feed_id WHERE feed = 'i-%2$s' ORDER BY 1, 2
            """
                .formatted(asOf, feed)));
    judged.addAll(
        loads.rows(
            """
            SELECT year_key, population_key, is_jump, change_percent, rulebook_version, rule_status
            FROM fct_coverage_judgement %1$s j JOIN dim_feed f USING (feed_id) WHERE feed = 'c-%2$s' ORDER BY 1, 2
            """
                .formatted(asOf, feed)));
    judged.addAll(
        loads.rows(
            """
            SELECT programme_code, year_key, n_total, n_exceeded, n_adequate, n_insufficient, n_lagging, n_green, n_yellow, n_red
            FROM fct_programme_performance %1$s c JOIN dim_programme p USING (programme_id) JOIN dim_feed f ON f.feed_id = c.feed_id
            WHERE feed = 'i-%2$s' ORDER BY 1, 2
            """
                .formatted(asOf, feed)));
    return judged;
  }

  private List<Reclassifier.Outcome> reclassify() {
    try (Reclassifier reclassifier =
        Reclassifier.open(
            loads.settings(TestLoads.PATIENCE), folder.resolve("jobs/rules"), Progress.NONE)) {
      return reclassifier.feeds().stream().map(reclassifier::reclassify).toList();
    } catch (IOException | WrongRulebook e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void history_stands_as_if_it_had_been_judged_so_from_the_start_and_twice_changes_nothing() {
    load("old");
    List<String> before = judged("old", "");
    String night = loads.one("SELECT CAST(MAX(published_at) AS CHAR) FROM delivery");
    Map<String, Long> figures = loads.versions();
    stricter("2020.2");
    assertThat(reclassify())
        .containsExactly(
            new Reclassifier.Outcome("c-old", 4, 1, 3, ""),
            new Reclassifier.Outcome("i-old", 6, 2, 4, ""));
    List<String> after = judged("old", "");
    assertThat(judged("old", "FOR SYSTEM_TIME AS OF TIMESTAMP'" + night + "'")).isEqualTo(before);
    assertThat(loads.versions().get("fct_indicator_value"))
        .isEqualTo(figures.get("fct_indicator_value"));
    assertThat(loads.versions().get("fct_coverage")).isEqualTo(figures.get("fct_coverage"));
    assertThat(loads.stagingTables()).isEmpty();
    Map<String, Long> versions = loads.versions();
    assertThat(reclassify())
        .containsExactly(
            new Reclassifier.Outcome("c-old", 4, 0, 0, ""),
            new Reclassifier.Outcome("i-old", 6, 0, 0, ""));
    assertThat(loads.versions()).isEqualTo(versions);
    load("new");
    assertThat(after).isEqualTo(judged("new", "")).isNotEqualTo(before);
    assertThat(
            loads.rows(
                "SELECT feed, rulebook_version, judgements, judgements_changed, judgements_renewed FROM reclassification JOIN dim_feed USING (feed_id)"))
        .containsExactly("c-old | 2020.2 | 4 | 1 | 3", "i-old | 2020.2 | 6 | 2 | 4");
  }

  @Test
  void what_is_sent_again_unchanged_afterwards_is_neither_judged_back_nor_judged_again() {
    load("again");
    stricter("2020.2");
    reclassify();
    List<String> anew = judged("again", "");
    Map<String, Long> before = loads.versions();
    // A mark that no rule makes: what was judged again has lost it.
    warehouse.owner().sql("UPDATE fct_indicator_judgement SET slope = 999").update();
    loads.file(
        "i-again/2.csv",
        (String.join("\r\n", FIGURES) + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(loads.run()).containsExactly("i-again/2.csv PUBLISHED");
    assertThat(loads.one("SELECT COUNT(*) FROM fct_indicator_judgement WHERE slope = 999"))
        .isEqualTo("6");
    reclassify();
    assertThat(judged("again", "")).isEqualTo(anew);
    assertThat(loads.versions().get("fct_indicator_value"))
        .isEqualTo(before.get("fct_indicator_value"));
  }

  private Throwable refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return org.assertj.core.api.Assertions.catchThrowable(act);
  }

  @Test
  void other_numbers_under_a_version_that_was_judged_by_are_refused_before_they_judge_anything() {
    load("waits");
    String words =
        "the rulebook calls itself 2020.1, and by this version the warehouse was judged with other numbers since %s UTC: raise `version` in rulebook.yaml, or put the numbers back"
            .formatted(loads.one("SELECT CAST(first_used_at AS CHAR(16)) FROM rulebook"));
    replace("coverage.yaml", "# When a coverage", "# Comments may change. When a coverage");
    replace("coverage.yaml", "source: No authority states a threshold; 30", "source: Ours; 30");
    reclassify();
    loads.close();
    assertThat(loads.run()).isEmpty();
    stricter("2020.1");
    Path rules = folder.resolve("jobs/rules");
    LoadSettings settings = loads.settings(TestLoads.PATIENCE);
    assertThat(refused(() -> Reclassifier.open(settings, rules, Progress.NONE)))
        .isInstanceOf(WrongRulebook.class)
        .hasMessage(words);
    assertThat(refused(() -> Loader.open(settings, Progress.NONE)))
        .isInstanceOf(WrongRulebook.class)
        .hasMessage(words);
    assertThat(refused(() -> Retractor.open(settings, Progress.NONE)))
        .isInstanceOf(WrongRulebook.class)
        .hasMessage(words);
    String sql =
        "INSERT INTO delivery (feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, descriptor_digest, rulebook_digest, received_at, records_read) SELECT feed_id, 'x', REPEAT('x', 64), 1, '', 0, '', 'STAGED', REPEAT('x', 64), REPEAT('x', 64), NOW(6), 3 FROM dim_feed WHERE feed = 'i-waits'";
    warehouse.owner().sql(sql).update();
    stricter("2020.2");
    reclassify();
    assertThat(
            loads.rows(
                "SELECT records_read, rulebook_digest = REPEAT('x', 64) FROM delivery WHERE file_name = 'x'"))
        .containsExactly("3 | 1");
  }

  @Test
  void rulebooks_are_known_by_their_versions() throws IOException {
    loads.rulebook("2020.1");
    Path jobs = folder.resolve("jobs");
    Path other = Files.createDirectory(jobs.resolve("rules/next"));
    for (String file : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      Files.copy(jobs.resolve("rules").resolve(file), other.resolve(file));
    }
    Files.writeString(other.resolve("rulebook.yaml"), "version: 2021.1\nfeedOrder: []\n");
    assertThat(Reclassifier.rulebooks(jobs))
        .isEqualTo(Map.of("2020.1", jobs.resolve("rules"), "2021.1", other));
  }

  @Test
  void feeds_say_how_much_is_judged_and_by_which_rulebooks() throws Exception {
    load("scope");
    try (Reclassifier reclassifier =
        Reclassifier.open(
            loads.settings(TestLoads.PATIENCE), folder.resolve("jobs/rules"), Progress.NONE)) {
      assertThat(reclassifier.feeds())
          .extracting(
              Reclassifier.Scope::feed, Reclassifier.Scope::figures, Reclassifier.Scope::rulebooks)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("c-scope", 4L, List.of("2020.1")),
              org.assertj.core.groups.Tuple.tuple("i-scope", 6L, List.of("2020.1")));
      assertThat(reclassifier.isOtherThanOfLoads()).isFalse();
    }
  }
}
