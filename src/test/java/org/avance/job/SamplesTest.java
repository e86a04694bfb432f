package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.avance.job.ExpectedTable.cell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.avance.feed.FeedCatalogue;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.RecordFate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample deliveries, mapped and judged without a database, against what stands in {@code
 * expected} beside them. Merging and numbering of records, which the load does, are done here in
 * their simplest form.
 */
class SamplesTest {
  /** Found only when the whole delivery is known. */
  private static final Set<IssueCode> OF_THE_LOAD =
      EnumSet.of(
          IssueCode.HIDDEN_WORKSHEETS,
          IssueCode.DUPLICATE_MERGED,
          IssueCode.KEY_NUMBERED,
          IssueCode.INDICATOR_MAYBE_RENAMED,
          IssueCode.CLASS_MISMATCH,
          IssueCode.CLASSES_IMPLAUSIBLE);

  @Test
  void every_descriptor_is_sound() throws Exception {
    assertThat(FeedCatalogue.read(Path.of("jobs")).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"coverage", "issste-coverage"})
  void coverage_is_what_is_expected(String folder) throws Exception {
    String expected = Sample.expected(folder, "coverage.csv");
    List<Map<String, String>> rows = new CoverageRows(Sample.of(folder)).cells();
    assertThat(ExpectedTable.of(expected, rows)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"budget", "issste-budget", "inventory", "federal-funds"})
  void budgets_are_what_is_expected(String folder) throws Exception {
    String expected = Sample.expected(folder, "budget.csv");
    List<Map<String, String>> rows = new BudgetRows(Sample.of(folder)).cells();
    assertThat(ExpectedTable.of(expected, rows)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage",
        "budget",
        "scores",
        "indicators",
        "issste-coverage",
        "issste-budget",
        "issste-indicators",
        "inventory",
        "federal-funds"
      })
  void issues_are_what_is_expected(String folder) throws Exception {
    String expected = Sample.expected(folder, "issues.csv");
    List<Map<String, String>> rows = new ArrayList<>();
    for (Sample sample : Sample.of(folder)) {
      sample.records().stream()
          .flatMap(record -> record.issues().stream())
          .map(issue -> cells(issue, sample.fileName()))
          .filter(row -> isFirst(row, rows))
          .forEach(rows::add);
    }
    assertThat(ExpectedTable.of(expected, rows)).isEqualTo(withoutThoseOfTheLoad(expected));
  }

  /** An alias is noted once for each label as printed, by the load. */
  private static boolean isFirst(Map<String, String> row, List<Map<String, String>> before) {
    List<String> label = List.of("code", "column_name", "found", "file_name");
    return !row.get("code").equals(IssueCode.LABEL_ALIAS.name())
        || before.stream()
            .noneMatch(
                each -> label.stream().allMatch(cell -> each.get(cell).equals(row.get(cell))));
  }

  /** Records that merge are still staged here: the expected two counts are one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage",
        "budget",
        "scores",
        "indicators",
        "issste-coverage",
        "issste-budget",
        "issste-indicators",
        "sheets",
        "inventory",
        "federal-funds"
      })
  void records_have_the_fates_expected(String folder) throws Exception {
    String expected = Sample.expected(folder, "deliveries.csv");
    List<String> columns = List.of(expected.lines().findFirst().orElseThrow().split(","));
    List<String> lines = expected.lines().skip(1).toList();
    List<Sample> samples = Sample.of(folder);
    assertThat(samples).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      Map<String, String> row = row(columns, lines.get(i));
      Map<String, Integer> fates = fates(samples.get(i));
      int merged = count(row, "records_merged");
      assertThat(samples.get(i).fileName()).isEqualTo(row.get("file_name"));
      assertThat(samples.get(i).edition().text()).isEqualTo(row.get("edition"));
      assertThat(samples.get(i).edition().year()).isEqualTo(count(row, "edition_year"));
      assertThat(samples.get(i).records()).hasSize(count(row, "records_read"));
      fates.merge("records_staged", -merged, Integer::sum);
      fates.merge("records_merged", merged, Integer::sum);
      fates.forEach(
          (column, number) -> assertThat(number).as(column).isEqualTo(count(row, column)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage",
        "budget",
        "scores",
        "indicators",
        "issste-coverage",
        "issste-budget",
        "issste-indicators",
        "inventory",
        "federal-funds"
      })
  void value_columns_add_up_as_expected(String folder) throws Exception {
    String expected = Sample.expected(folder, "columns.csv");
    List<Map<String, String>> rows = new ArrayList<>();
    for (Sample sample : Sample.of(folder)) {
      rows.addAll(new ColumnRows(sample).cells());
    }
    assertThat(ExpectedTable.of(expected, rows)).isEqualTo(expected);
  }

  private static Map<String, Integer> fates(Sample sample) {
    Map<String, Integer> fates = new LinkedHashMap<>();
    for (RecordFate fate : RecordFate.values()) {
      long count = sample.records().stream().filter(each -> each.fate() == fate).count();
      fates.put("records_" + fate.name().toLowerCase(Locale.ROOT), (int) count);
    }
    return fates;
  }

  private static Map<String, String> row(List<String> columns, String line) {
    List<String> cells = Arrays.asList(line.split(","));
    Map<String, String> row = new LinkedHashMap<>();
    columns.forEach(
        column -> row.put(column, cells.get(columns.indexOf(column)).replace("\"\"", "")));
    return row;
  }

  private static int count(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static Map<String, String> cells(Issue issue, String fileName) {
    return Map.of(
        "code", cell(issue.code()),
        "severity", cell(issue.severity()),
        "line", cell(issue.where().line()),
        "column_name", cell(issue.where().column()),
        "found", cell(issue.found()),
        "file_name", cell(fileName));
  }

  private static String withoutThoseOfTheLoad(String issues) {
    StringBuilder rest = new StringBuilder();
    issues
        .lines()
        .filter(line -> OF_THE_LOAD.stream().noneMatch(code -> line.startsWith(code + ",")))
        .forEach(line -> rest.append(line).append('\n'));
    return rest.toString();
  }
}
