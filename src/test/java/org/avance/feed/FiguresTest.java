package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  private static final String HEAD = "coverage programme=PEF:1/ year=2020";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private Feed coverage(String value, String... more) {
    return fixture.feed(
        "kind: coverage",
        "edition: {constant: '2020'}",
        String.join("\n", more),
        "record: {agency: R, unit: U}",
        "facts: [{value: " + value + "}]");
  }

  @Test
  void a_missing_word_is_a_fact_without_a_figure_and_keeps_its_reason() {
    assertThat(fixture.records(coverage("F"), "R,U,F", "1,,", "1,,ND", "1,, NA ", "1,,NR", "1,,nd"))
        .containsExactly(
            "STAGED | " + HEAD + " valueColumn=F",
            "STAGED | " + HEAD + " figure=NOT_AVAILABLE 'ND' valueColumn=F",
            "STAGED | " + HEAD + " figure=NOT_APPLICABLE 'NA' valueColumn=F",
            "STAGED | " + HEAD + " figure=NOT_REPORTED 'NR' valueColumn=F",
            "QUARANTINED | NUMBER_UNREADABLE line 6 F: expected a number such as 1,234.5 but found"
                + " \"nd\"");
  }

  @Test
  void a_feed_has_its_own_missing_words_and_an_empty_cell_is_always_one() {
    Feed feed = coverage("F", "missingValues: {Sin dato: not available, '': not reported}");
    assertThat(fixture.records(feed, "R,U,F", "1,Sin dato, Sin dato\u00A0", "1,,", "1,,ND"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=NOT_AVAILABLE 'Sin dato' valueColumn=F",
            "STAGED | " + HEAD + " valueColumn=F",
            "QUARANTINED | NUMBER_UNREADABLE line 4 F: expected a number such as 1,234.5 but found"
                + " \"ND\"");
  }

  @Test
  void a_figure_that_is_no_number_is_quarantined_with_what_would_be_accepted() throws Exception {
    Feed feed = coverage("F");
    Path file = fixture.write("x_2020.csv", "R,U,F", "1,viviendas,52311 viviendas");
    try (OpenFile open = feed.open(file, "x_2020.csv")) {
      var record = open.map(open.next().orElseThrow());
      assertThat(record.issues())
          .containsExactly(
              new org.avance.issue.Issue(
                  org.avance.issue.IssueCode.NUMBER_UNREADABLE,
                  org.avance.issue.Location.cell(2, "F"),
                  "52311 viviendas",
                  "F: expected a number such as 1,234.5 but found \"52311 viviendas\"",
                  "a number such as 1,234.5, or a missing word: NA, ND, NR"));
    }
  }

  @Test
  void a_column_may_print_numbers_in_a_style_of_its_own() {
    Feed feed =
        coverage(
            "{column: F, numbers: {scale: 1000, dash: zero}}",
            "numbers: {groupChar: '.', decimalChar: ','}",
            "dialect: {delimiter: ';'}");
    assertThat(fixture.records(feed, "R;U;F", "1;;1.234,5", "1;;-"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=1234500 valueColumn=F | cells F=1234500",
            "STAGED | " + HEAD + " figure=0 valueColumn=F | cells F=0");
  }

  @Test
  void a_figure_may_be_taken_out_of_its_cell() {
    Feed feed = coverage("{column: F, pattern: '(?<value>[\\d,]+) viviendas', valueMap: {uno: 1}}");
    assertThat(fixture.records(feed, "R,U,F", "1,,\"52,311 viviendas\"", "1,,5"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=52311 valueColumn=F | cells F=52311",
            "QUARANTINED | PATTERN_MISMATCH line 3 F: expected a text of the pattern"
                + " (?<value>[\\d,]+) viviendas but found \"5\"");
  }

  @Test
  void changes_to_a_figure_are_noted() {
    assertThat(
            fixture.records(
                coverage("F"),
                "R,U,F",
                "1,,\u202A5\u202C",
                "1,,0.12345678905",
                "1,,100000000000000000000"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " figure=5 valueColumn=F"
                + " | INVISIBLE_CHARACTERS line 2 F: invisible characters were removed | cells F=5",
            "STAGED | "
                + HEAD
                + " figure=0.1234567891 valueColumn=F"
                + " | FIGURE_ROUNDED line 3 F: expected at most 10 decimals; the figure was rounded"
                + " to 0.1234567891 | cells F=0.1234567891",
            "QUARANTINED | NUMBER_TOO_LARGE line 4 F: expected at most 20 digits before the decimals"
                + " but found \"100000000000000000000\"");
  }

  @Test
  void a_population_is_never_negative_and_persons_are_whole() {
    assertThat(
            fixture.records(
                coverage("F"),
                "R,U,F",
                "1,Personas,-5",
                "1,Personas físicas y morales,2.5",
                "1,Hectáreas,2.5",
                "1,\"Niño(a)s\",2.5",
                "1,,2.5",
                "1,Personas,2.0"))
        .containsExactly(
            "QUARANTINED | NEGATIVE_COUNT line 2 F: expected a population of 0 or more but found"
                + " \"-5\" | cells F=-5",
            "STAGED | "
                + HEAD
                + " unit=Personas físicas y morales figure=2.5 valueColumn=F"
                + " | FRACTIONAL_COUNT line 3 F: expected a whole number of \"Personas físicas y"
                + " morales\" but found \"2.5\" | cells F=2.5",
            "STAGED | " + HEAD + " unit=Hectáreas figure=2.5 valueColumn=F | cells F=2.5",
            "STAGED | "
                + HEAD
                + " unit=Niño(a)s figure=2.5 valueColumn=F"
                + " | FRACTIONAL_COUNT line 5 F: expected a whole number of \"Niño(a)s\" but found"
                + " \"2.5\" | cells F=2.5",
            "STAGED | " + HEAD + " figure=2.5 valueColumn=F | cells F=2.5",
            "STAGED | " + HEAD + " unit=Personas figure=2 valueColumn=F | cells F=2");
  }

  @Test
  void amounts_may_be_negative_and_have_all_words_of_a_budget() {
    Feed feed =
        fixture.feed(
            "kind: budget",
            "edition: {constant: '2020'}",
            "record:",
            "  agency: R",
            "  stage: {column: S, valueMap: {Ejercido: exercised}}",
            "  quarter: {column: Q, pattern: 'T(\\d)'}",
            "  fundYear: FY",
            "  fundingSource: FS",
            "  priceBaseYear: PB",
            "  geography: G",
            "  note: N",
            "facts: [{value: F}]");
    assertThat(
            fixture.records(
                feed,
                "R,S,Q,FY,FS,PB,G,N,F",
                "1,Ejercido,T3,2019,federal,2012,27004,abc,-5.25",
                "1,approved,,,,,,,7",
                "1,,T5,,,,,,7"))
        .containsExactly(
            "STAGED | budget programme=PEF:1/ year=2020 period=to Q3 fundYear=2019 stage=EXERCISED"
                + " fundingSource=federal geography=27004 prices=of 2012 figure=-5.25 note=abc"
                + " valueColumn=F | cells F=-5.25",
            "STAGED | budget programme=PEF:1/ year=2020 fundYear=2020 stage=APPROVED figure=7"
                + " valueColumn=F | cells F=7",
            "QUARANTINED | VALUE_NOT_MAPPED line 4 Q: expected a quarter from 1 to 4 for quarter but"
                + " found \"T5\" | VALUE_REQUIRED line 4 S: expected one of unknown, approved,"
                + " modified, collected, committed, accrued, exercised, paid, refunded for stage but"
                + " found a blank | cells F=7");
  }
}
