package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.classify.Rulebook;
import org.avance.extract.yaml.YamlFault;
import org.avance.model.RuleStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebookFileTest {
  private static final Path SHIPPED = Path.of("jobs");
  private static final List<String> FILES =
      List.of("coverage.yaml", "indicators.yaml", "prices.yaml", "rulebook.yaml");

  @TempDir private Path jobs;

  @BeforeEach
  void copy_the_shipped_rulebook() throws IOException {
    Files.createDirectory(jobs.resolve("rules"));
    for (String name : FILES) {
      Files.copy(SHIPPED.resolve("rules").resolve(name), jobs.resolve("rules").resolve(name));
    }
    edit("rulebook.yaml", "(?s)feedOrder:.*", "feedOrder: []");
  }

  @Test
  void the_shipped_rulebook_reads() throws Exception {
    Rulebook rulebook = RulebookFile.read(SHIPPED);
    assertThat(rulebook.version()).isEqualTo("2026.2");
    assertThat(rulebook.feedOrder())
        .containsExactly(
            "shcp-coverage",
            "shcp-ramo23",
            "shcp-federal-funds",
            "coneval-inventory",
            "shcp-msd",
            "profepa-indicators",
            "issste-coverage",
            "issste-budget",
            "issste-indicators",
            "issste-sheets");
    assertThat(rulebook.digest()).matches("[0-9a-f]{64}");
    assertThat(rulebook.coverage().jumpPercent().value()).isEqualByComparingTo("30");
    assertThat(rulebook.coverage().scaleSlipPercent().value()).isEqualByComparingTo("2");
    assertThat(rulebook.coverage().ratioTolerancePoints().value()).isEqualByComparingTo("0.01");
    assertThat(rulebook.coverage().status()).isEqualTo(RuleStatus.PROVISIONAL);
    assertThat(rulebook.indicators().plans().plans()).hasSize(4);
    assertThat(rulebook.prices().viewBaseYear()).isEqualTo(2012);
    assertThat(rulebook.prices().averages()).hasSize(14);
    assertThat(rulebook.prices().averages().get(2014).status()).isEqualTo(RuleStatus.DERIVED);
    assertThat(rulebook.prices().averages().get(2015).status()).isEqualTo(RuleStatus.OFFICIAL);
  }

  /** Official average inflation, which the averages of two years must give. */
  @ParameterizedTest
  @CsvSource({
    "2012, 4.11", "2013, 3.81", "2014, 4.02", "2015, 2.72", "2016, 2.82", "2017, 6.04",
    "2018, 4.90", "2019, 3.64", "2020, 3.40", "2021, 5.69", "2022, 7.90", "2023, 5.53",
    "2024, 4.72"
  })
  void the_shipped_averages_give_the_official_inflation(int year, BigDecimal inflation)
      throws Exception {
    BigDecimal hundred = BigDecimal.valueOf(100);
    assertThat(
            RulebookFile.read(SHIPPED)
                .prices()
                .constant(hundred, year - 1, year)
                .orElseThrow()
                .subtract(hundred)
                .setScale(2, RoundingMode.HALF_UP))
        .isEqualTo(inflation);
  }

  @Test
  void feeds_are_ranked_in_the_order_written() throws Exception {
    Files.writeString(jobs.resolve("b-feed.yaml"), "");
    Files.writeString(jobs.resolve("a-feed.yaml"), "");
    edit("rulebook.yaml", "feedOrder: .*", "feedOrder: [b-feed, a-feed]");
    assertThat(RulebookFile.read(jobs).feedOrder()).containsExactly("b-feed", "a-feed");
  }

  @Test
  void any_change_of_a_rule_file_is_another_digest() throws Exception {
    String before = RulebookFile.read(jobs).digest();
    for (String name : FILES) {
      edit(name, "\\z", "# a remark\n");
      String after = RulebookFile.read(jobs).digest();
      assertThat(after).isNotEqualTo(before);
      before = after;
    }
    assertThat(RulebookFile.read(jobs).digest()).isEqualTo(before);
  }

  @Test
  void an_absent_rule_file_is_refused() throws IOException {
    Files.delete(jobs.resolve("rules/prices.yaml"));
    refuses("prices.yaml:1: expected a rule file, found none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jumpPercent:       | jumpPercnt:         | 6: expected one of jumpPercent, scaleSlipPercent, ratioTolerancePoints, found `jumpPercnt`; did you mean `jumpPercent`?
          '  value: 30'      | '  valu: 30'        | 7: expected one of value, status, source, found `valu`; did you mean `value`?
          value: 30          | value: 30 %         | 7: expected a number above 0, like 30 or 0.01, found `30 %`
          value: 30          | value: 0            | 7: expected a number above 0, like 30 or 0.01, found `0`
          value: 30          | value: -30          | 7: expected a number above 0, like 30 or 0.01, found `-30`
          status: DERIVED    | status: DERIVD      | 20: expected one of OFFICIAL, ANCHORED, DERIVED, PROVISIONAL, found `DERIVD`; did you mean `DERIVED`?
          source: CONEVAL.*  | source:             | 21: expected a text, found no value
          '  status: DERIVED\\s+source: CONEVAL.*' | '' | 19: expected a map with the key `status`, found a map of value
          """)
  void a_wrong_coverage_rule_is_refused_by_its_line(String from, String to, String message)
      throws IOException {
    edit("coverage.yaml", from, to);
    refuses("coverage.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          viewBaseYear: 2012 | viewBaseYear: 2010 | 5: expected one of the years [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024], found `2010`
          viewBaseYear: 2012 | viewBaseYear: 12   | 5: expected a year from 1900 to 2099, found `12`
          '  2015: '         | '  2014: '         | 18: expected each year once, found `2014` again
          '2011: 75.9072'    | '2011: 75,9072'    | 11: expected a number above 0, like 30 or 0.01, found `75,9072`
          """)
  void a_wrong_price_index_is_refused_by_its_line(String from, String to, String message)
      throws IOException {
    edit("prices.yaml", from, to);
    refuses("prices.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '\\[]'          | '[no-such]' | 7: expected a feed, which has a descriptor no-such.yaml, found `no-such`
          '\\[]'          | no-such     | 7: expected a list, found `no-such`
          version: 2026.2 | version:    | 3: expected a text, found no value
          """)
  void a_wrong_rulebook_is_refused_by_its_line(String from, String to, String message)
      throws IOException {
    edit("rulebook.yaml", from, to);
    refuses("rulebook.yaml:" + message);
  }

  @Test
  void a_feed_has_one_rank() throws IOException {
    Files.writeString(jobs.resolve("a-feed.yaml"), "");
    edit("rulebook.yaml", "\\[]", "[a-feed, a-feed]");
    refuses("rulebook.yaml:7: expected each feed once, found `a-feed`");
  }

  private void refuses(String message) {
    assertThatExceptionOfType(YamlFault.class)
        .isThrownBy(() -> RulebookFile.read(jobs))
        .withMessage(jobs.resolve("rules") + "/" + message);
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = jobs.resolve("rules").resolve(name);
    String text = Files.readString(file);
    String edited = text.replaceFirst(from, to);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }
}
