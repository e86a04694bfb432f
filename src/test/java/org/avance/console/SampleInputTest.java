package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.avance.job.Loader;
import org.avance.job.Progress;
import org.avance.job.RunResult;
import org.avance.job.TestLoads;
import org.avance.load.TestWarehouse;
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
            "issste-budget/illustrative-budget-2017.csv PUBLISHED",
            "issste-coverage/illustrative-issste-2017.csv PUBLISHED",
            "issste-coverage/illustrative-issste-2019.csv PUBLISHED",
            "coverage/cobertura_poblacional_2018.csv PUBLISHED",
            "coverage/cobertura_poblacional_2019.csv PUBLISHED",
            "coverage/cobertura_poblacional_2020.csv PUBLISHED",
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
              SAMPLES.resolve("issste-coverage"),
              SAMPLES.resolve("issste-budget"));
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
    for (String view :
        List.of("coverage_history", "budget_history", "delivery_columns", "issues")) {
      String name = view.equals("delivery_columns") ? "columns" : view.replace("_history", "");
      held.put(name + ".sql", count("v_" + view));
    }
    held.put("deliveries.sql", count("v_delivery"));
    assertThat(told).isEqualTo(held);
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
