package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.warehouse.PerformanceDeliveries;
import org.avance.warehouse.Query;
import org.avance.warehouse.ReadyQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each question that comes with Avance, asked of the deliveries of {@code performance.sql} on 15
 * May 2018: the whole answer stands in a CSV file of the question's name.
 */
final class QueriesTest {
  private static final Path ANSWERS = Path.of("src/test/resources/queries");
  private static DataSource reader;

  @BeforeAll
  static void load() throws Exception {
    reader = PerformanceDeliveries.loaded("test_queries");
  }

  @TestFactory
  Stream<DynamicTest> each_question_has_the_answer_that_is_known() {
    return ReadyQuery.list().stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.name(),
                    () ->
                        assertThat(answer(query.sql()))
                            .isEqualTo(Files.readString(ANSWERS.resolve(query.name() + ".csv")))));
  }

  @Test
  void the_questions_are_numbered_and_none_is_answered_by_nothing() {
    List<ReadyQuery> queries = ReadyQuery.list();
    assertThat(queries.stream().map(query -> query.name().substring(0, 3)))
        .isEqualTo(IntStream.rangeClosed(1, 25).mapToObj("%02d-"::formatted).toList());
    assertThat(queries)
        .allSatisfy(
            query -> {
              assertThat(query.questionEs()).matches("¿.*\\?");
              assertThat(query.questionEn()).matches("[A-Z].*\\?");
              assertThat(answer(query.sql()).lines()).hasSizeGreaterThan(1);
            });
  }

  @Test
  void a_question_is_meant_by_its_name_or_its_number() {
    ReadyQuery query = ReadyQuery.list().get(7);
    assertThat(Stream.of("08-due-and-missing", "08", "8").allMatch(query::isMeantBy)).isTrue();
    assertThat(Stream.of("08-due", "18", "0", "").anyMatch(query::isMeantBy)).isFalse();
  }

  @Test
  void the_verb_lists_names_and_questions() {
    Said listed = Said.by("queries");
    assertThat(listed.exit()).isZero();
    assertThat(listed.out().lines().limit(3))
        .containsExactly(
            "01-progress-by-class-and-ramo",
            "    ¿Qué parte de los indicadores está en cada clase de avance sexenal, por ramo y año?",
            "    Which share of indicators is in each class of six-year progress, by ramo and year?");
    assertThat(listed.out().lines()).hasSize(75);
  }

  private static String answer(String sql) {
    StringWriter text = new StringWriter();
    CsvAnswer answer = new CsvAnswer(new PrintWriter(text));
    Query.run(reader, sql, answer);
    answer.end();
    return text.toString();
  }
}
