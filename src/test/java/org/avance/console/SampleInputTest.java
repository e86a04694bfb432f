package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.job.Loader;
import org.avance.job.Progress;
import org.avance.job.RunResult;
import org.avance.job.TestLoads;
import org.avance.load.TestWarehouse;
import org.avance.model.InterimOutcome;
import org.avance.model.ProgressClass;
import org.avance.model.TrafficLight;
import org.avance.model.Trend;
import org.avance.warehouse.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./avance run} makes of {@code sample-input}: whole tables, as {@code ./avance query}
 * prints them.
 */
class SampleInputTest {
  private static final Path SAMPLES = Path.of("sample-input");

  /** The view that each question reads, over all folders to its last row. */
  private static final Map<String, String> VIEWS =
      Map.ofEntries(
          Map.entry("deliveries.sql", "v_delivery"),
          Map.entry("columns.sql", "v_delivery_columns"),
          Map.entry("issues.sql", "v_issues"),
          Map.entry("coverage.sql", "v_coverage_history"),
          Map.entry("budget.sql", "v_budget_history"),
          Map.entry("scores.sql", "v_score_history"),
          Map.entry("indicators.sql", "v_indicator_history"),
          Map.entry("classes.sql", "v_indicator_history"),
          Map.entry("published.sql", "v_published_vs_computed"),
          Map.entry("assessments.sql", "v_indicator_assessment"),
          Map.entry("distribution.sql", "v_published_distribution"),
          Map.entry("findings.sql", "v_findings"));

  @TempDir private static Path folder;
  private static TestWarehouse warehouse;
  private static Loader loader;
  private static RunResult first;

  @BeforeAll
  static void load() throws Exception {
    warehouse = TestWarehouse.migrated("samples");
    loader = Loader.open(TestLoads.ofProject(folder, SAMPLES, warehouse), Progress.NONE);
    first = loader.run(Set.of());
  }

  @AfterAll
  static void close() {
    loader.close();
  }

  @Test
  void every_file_is_published() {
    assertThat(TestLoads.shown(first))
        .containsExactly(
            "inventory/IE_2018.xlsx PUBLISHED",
            "issste-budget/illustrative-budget-2017.csv PUBLISHED",
            "issste-coverage/illustrative-issste-2017.csv PUBLISHED",
            "issste-coverage/illustrative-issste-2019.csv PUBLISHED",
            "issste-indicators/illustrative-indicators-2020.csv PUBLISHED",
            "issste-indicators/illustrative-indicators-2021.csv PUBLISHED",
            "sheets/illustrative-monitoring-2017.txt PUBLISHED",
            "sheets/illustrative-progress-2021.txt PUBLISHED",
            "indicators/profepa_observations.csv PUBLISHED",
            "coverage/cobertura_poblacional_2018.csv PUBLISHED",
            "coverage/cobertura_poblacional_2019.csv PUBLISHED",
            "coverage/cobertura_poblacional_2020.csv PUBLISHED",
            "federal-funds/GastoFederalizado_Proyectos_CDMX_Q1_2016.xlsx PUBLISHED",
            "scores/MSD_2013_2018.csv PUBLISHED",
            "budget/RAMO_23_general2015.csv PUBLISHED");
  }

  @TestFactory
  Stream<DynamicTest> each_question_has_the_answer_beside_it() throws IOException {
    return questions().stream()
        .map(
            question ->
                DynamicTest.dynamicTest(
                    SAMPLES.relativize(question).toString(),
                    () ->
                        assertThat(answer(question))
                            .isEqualTo(Files.readString(beside(question)))));
  }

  @Test
  void each_answer_has_its_question_and_each_folder_at_least_one() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      List<Path> answers = files.filter(file -> named(file, ".*/expected/.*\\.csv")).toList();
      assertThat(answers)
          .containsExactlyInAnyOrderElementsOf(
              questions().stream().map(SampleInputTest::beside).toList());
      assertThat(answers.stream().map(file -> file.getParent().getParent()).distinct())
          .containsExactlyInAnyOrder(
              SAMPLES.resolve("coverage"),
              SAMPLES.resolve("budget"),
              SAMPLES.resolve("scores"),
              SAMPLES.resolve("indicators"),
              SAMPLES.resolve("issste-coverage"),
              SAMPLES.resolve("issste-budget"),
              SAMPLES.resolve("issste-indicators"),
              SAMPLES.resolve("inventory"),
              SAMPLES.resolve("federal-funds"),
              SAMPLES.resolve("sheets"));
    }
  }

  @Test
  void the_answers_tell_all_there_is() throws IOException {
    Map<String, Integer> told = new TreeMap<>();
    for (Path question : questions()) {
      int rows = (int) answer(question).lines().count() - 1;
      told.merge(String.valueOf(question.getFileName()), rows, Integer::sum);
    }
    Map<String, Integer> held = new TreeMap<>();
    VIEWS.forEach((question, view) -> held.put(question, count(view)));
    assertThat(told.remove("names.sql"))
        .as("pairs of names, which are rows of no view")
        .isEqualTo(3);
    assertThat(told).isEqualTo(held);
  }

  @Test
  void the_illustrative_indicators_reach_every_class() {
    assertThat(reached("progress")).isEqualTo(names(ProgressClass.values()));
    assertThat(reached("interim")).isEqualTo(names(InterimOutcome.values()));
    assertThat(reached("trend")).isEqualTo(names(Trend.values()));
    assertThat(reached("light")).isEqualTo(names(TrafficLight.values()));
  }

  @Test
  void a_second_run_does_nothing() {
    Map<String, Long> before = TestLoads.versions(warehouse);
    assertThat(loader.run(Set.of()))
        .isEqualTo(
            new RunResult(
                List.of(), first.loads().size(), List.of(), List.of(), List.of(), List.of()));
    assertThat(TestLoads.versions(warehouse)).isEqualTo(before);
  }

  private static Set<String> reached(String axis) {
    return Set.copyOf(
        TestLoads.rows(
            warehouse,
            "SELECT DISTINCT %s_code FROM v_indicator_history WHERE feed = 'issste-indicators'"
                .formatted(axis)));
  }

  private static Set<String> names(Enum<?>[] classes) {
    return Arrays.stream(classes).map(Enum::name).collect(Collectors.toSet());
  }

  private static int count(String table) {
    return Integer.parseInt(TestLoads.rows(warehouse, "SELECT COUNT(*) FROM " + table).get(0));
  }

  private static String answer(Path question) throws IOException {
    StringWriter text = new StringWriter();
    CsvAnswer answer = new CsvAnswer(new PrintWriter(text));
    Query.run(warehouse.as(warehouse.endpoint().bi()), Files.readString(question), answer);
    answer.end();
    return text.toString();
  }

  private static List<Path> questions() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(file -> named(file, ".*/expected/.*\\.sql")).sorted().toList();
    }
  }

  private static boolean named(Path file, String pattern) {
    return file.toString().matches(pattern);
  }

  private static Path beside(Path question) {
    String name = String.valueOf(question.getFileName());
    return question.resolveSibling(name.replace(".sql", ".csv"));
  }
}
