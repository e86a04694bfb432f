package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.avance.extract.RawRow;
import org.avance.feed.mapping.MappedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a record: its fate, its facts, its key. */
class RecordsTest {
  private static final String HEAD = "coverage programme=PEF:1/ year=2020";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private Feed coverage(String... more) {
    return fixture.feed(
        "kind: coverage",
        "edition: {constant: '2020'}",
        "record: {agency: R}",
        "facts: [{value: F}]",
        String.join("\n", more));
  }

  @Test
  void rows_of_nothing_but_separators_are_blank() {
    assertThat(fixture.records(coverage(), "R,F", "1,5", " ,", "", "1,6"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5",
            "BLANK",
            "BLANK",
            "STAGED | " + HEAD + " figure=6 valueColumn=F | cells F=6");
  }

  @Test
  void a_record_has_as_many_cells_as_the_header() {
    assertThat(fixture.records(coverage(), "R,F,N", "1,5", "1,5,a,b", "1,5,a,"))
        .containsExactly(
            "QUARANTINED | COLUMN_COUNT line 2 expected 3 cells as in the header but found 2"
                + " | cells F=5",
            "QUARANTINED | COLUMN_COUNT line 3 expected 3 cells as in the header but found 4"
                + " | cells F=5",
            "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5");
  }

  @Test
  void left_out_cells_are_blank_where_the_feed_pads_its_records() {
    assertThat(
            fixture.records(coverage("dialect: {raggedRows: pad}"), "R,F,N", "1,5", "1", "1,5,a,b"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " valueColumn=F",
            "QUARANTINED | COLUMN_COUNT line 4 expected 3 cells as in the header but found 4"
                + " | cells F=5");
  }

  @Test
  void rows_of_totals_state_no_fact_but_their_numbers_count() {
    Feed feed = coverage("totals: {when: {column: R, matching: '(?i)total.*'}}");
    assertThat(fixture.records(feed, "R,F", "1,5", "Total general,5", "TOTAL,x"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5",
            "TOTALS | cells F=5 | prints 0  F: F=5",
            "TOTALS");
  }

  @Test
  void a_record_that_the_filter_drops_is_filtered_whatever_is_wrong_with_it() {
    Feed feed =
        coverage("filter: [{column: S, equals: [vigente, Activo]}, {column: F, blank: false}]");
    assertThat(
            fixture.records(
                feed, "R,F,S", "1,5,VIGENTE", "1,6,activo", "1,7,baja", ",x,baja", "1,,activo"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " figure=6 valueColumn=F | cells F=6",
            "FILTERED | cells F=7",
            "FILTERED",
            "FILTERED");
  }

  @Test
  void a_record_yields_each_fact_whose_condition_it_meets() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R}",
            "facts:",
            "  - {population: {constant: potential}, value: PP, when: {column: PP, blank: false}}",
            "  - {population: {constant: served}, value: PA, when: {column: PA, blank: false}}",
            "  - kind: budget",
            "    stage: {constant: paid}",
            "    value: M",
            "    when: {column: M, matching: '\\d+'}");
    assertThat(fixture.records(feed, "R,PP,PA,M", "1,5,,7", "1,5,6,", "1,,,x"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " population=POTENTIAL figure=5 valueColumn=PP"
                + " | budget programme=PEF:1/ year=2020 fundYear=2020 stage=PAID figure=7"
                + " valueColumn=M | cells PP=5 M=7",
            "STAGED | "
                + HEAD
                + " population=POTENTIAL figure=5 valueColumn=PP | "
                + HEAD
                + " population=SERVED figure=6 valueColumn=PA | cells PP=5 PA=6",
            "FILTERED");
  }

  @Test
  void one_error_keeps_the_whole_record_back_and_is_reported_once() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: {column: R, pattern: '\\d'}}",
            "facts: [{value: A}, {value: B}]");
    assertThat(fixture.records(feed, "R,A,B", "1,5,x", "xx,5,6"))
        .containsExactly(
            "QUARANTINED | NUMBER_UNREADABLE line 2 B: expected a number such as 1,234.5 but found"
                + " \"x\" | cells A=5",
            "QUARANTINED | PATTERN_MISMATCH line 3 R: expected a text of the pattern \\d but found"
                + " \"xx\" | cells A=5 B=6");
  }

  @Test
  void key_columns_identify_a_record() {
    Feed feed = coverage("key: [A, B]");
    assertThat(fixture.records(feed, "R,F,A,B", "1,5, x ,y", "1,5,a|,b", "1,5,,b", "1,5,,"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 recordKey=x | y valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " figure=5 recordKey=a|| | b valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " figure=5 recordKey= | b valueColumn=F | cells F=5",
            "QUARANTINED | VALUE_REQUIRED line 5 A, B: expected a key of 1 to 200 characters but"
                + " found a blank | cells F=5");
  }

  @Test
  void wide_columns_become_facts_of_their_own() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "melt: {columns: '(?<population>PP|PA) (?<sex>Hombres|Mujeres) (?<year>\\d{4})'}",
            "record: {agency: R}",
            "facts:",
            "  - population: {melted: population, valueMap: {PP: potential, PA: served}}",
            "    sex: {melted: sex, valueMap: {Hombres: men, Mujeres: women}}",
            "    year: {melted: year}",
            "    value: {melted: value}",
            "  - {value: Total, year: {constant: '2020'}}");
    assertThat(fixture.records(feed, "R,PP Hombres 2019,PA  Mujeres 2020,Total,PX", "1,5,ND,9,x"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2019 population=POTENTIAL sex=MEN figure=5"
                + " valueColumn=PP Hombres 2019"
                + " | coverage programme=PEF:1/ year=2020 population=SERVED sex=WOMEN"
                + " figure=NOT_AVAILABLE 'ND' valueColumn=PA  Mujeres 2020"
                + " | coverage programme=PEF:1/ year=2020 figure=9 valueColumn=Total"
                + " | cells PP Hombres 2019=5 Total=9");
    assertThat(fixture.refusal(feed, "x.csv", "R,Total"))
        .isEqualTo(
            "HEADER_NOT_FOUND expected a column \"(?<population>PP|PA)"
                + " (?<sex>Hombres|Mujeres) (?<year>\\d{4})\", found the header \"R\", \"Total\"");
  }

  @Test
  void cut_off_dates_are_attributes_and_never_the_year() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record:",
            "  agency: R",
            "  asOf: {year: Y, month: {column: M, valueMap: {Diciembre: 12, febrero: 2}}}",
            "facts: [{value: F}]");
    assertThat(
            fixture.records(
                feed,
                "R,F,M,Y",
                "1,5,DICIEMBRE,2018",
                "1,5,febrero,2020",
                "1,5,,2019",
                "1,5,ND,ND",
                "1,5,12,2010 y 2015",
                "1,5,13,2019"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 asOf=2018-12-31 valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " figure=5 asOf=2020-02-29 valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " figure=5 asOf=BLANK '2019' valueColumn=F | cells F=5",
            "STAGED | " + HEAD + " figure=5 asOf=NOT_AVAILABLE 'ND ND' valueColumn=F | cells F=5",
            "STAGED | "
                + HEAD
                + " figure=5 asOf=NOT_AVAILABLE '12 2010 y 2015' valueColumn=F"
                + " | DATE_UNREADABLE line 6 Y: expected a year from 1900 to 2100 but found \"2010 y"
                + " 2015\" | cells F=5",
            "STAGED | "
                + HEAD
                + " figure=5 asOf=NOT_AVAILABLE '13 2019' valueColumn=F"
                + " | DATE_UNREADABLE line 7 M: expected a month from 1 to 12 but found \"13\""
                + " | cells F=5");
  }

  @Test
  void cut_off_dates_may_be_written_out_or_have_days() {
    Feed written =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R, asOf: {column: D, format: dd/MM/yyyy}}",
            "facts: [{value: F}]");
    assertThat(fixture.records(written, "R,F,D", "1,5,28/02/2019", "1,5,31/02/2019", "1,5,"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 asOf=2019-02-28 valueColumn=F | cells F=5",
            "STAGED | "
                + HEAD
                + " figure=5 asOf=NOT_AVAILABLE '31/02/2019' valueColumn=F"
                + " | DATE_UNREADABLE line 3 D: expected a date such as dd/MM/yyyy but found"
                + " \"31/02/2019\" | cells F=5",
            "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5");
    Feed parts =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R, asOf: {year: Y, month: {constant: '2'}, day: D}}",
            "facts: [{value: F}]");
    assertThat(fixture.records(parts, "R,F,Y,D", "1,5,2019,28", "1,5,2019,30"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 asOf=2019-02-28 valueColumn=F | cells F=5",
            "STAGED | "
                + HEAD
                + " figure=5 asOf=NOT_AVAILABLE '30 2 2019' valueColumn=F"
                + " | DATE_UNREADABLE line 3 D: expected a day of that month but found \"30\""
                + " | cells F=5");
  }

  @Test
  void a_cut_off_date_of_which_a_part_is_assumed_is_assumed() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R, asOf: {year: Y, month: {constant: '2', assumed: true}}}",
            "facts: [{value: F}]");
    assertThat(fixture.records(feed, "R,Y,F", "1,2019,5"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " figure=5 asOf=2019-02-28 assumed=[asOf] valueColumn=F | cells F=5");
  }

  @Test
  void any_row_yields_one_record_and_none_an_exception() throws Exception {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record:",
            "  agency: {column: A, pattern: '(?<agency>\\d{2})-(.*)'}",
            "  geography: {column: B, pad: 2}",
            "  sex: B",
            "  asOf: {year: A, month: B, day: C}",
            "facts: [{value: C, when: {column: A, blank: false}}]",
            "totals: {when: {column: A, equals: '9'}}",
            "key: [A]");
    Random random = new Random(7);
    String letters = "0129-,.ND|é\u00A0\u202A\uD83D\uDE00 \t";
    try (OpenFile open = feed.open(fixture.write("x.csv", "A,B,C"), "x.csv")) {
      for (int i = 0; i < 20_000; i++) {
        List<String> cells = new ArrayList<>();
        int count = random.nextInt(5);
        for (int j = 0; j < count; j++) {
          cells.add(word(random, letters));
        }
        RawRow row = new RawRow(i, i + 2, i + 2, cells, String.join(",", cells));
        MappedRecord record = open.map(row);
        assertThat(open.map(row)).isEqualTo(record);
        assertThat(record.row()).isEqualTo(row);
      }
    }
  }

  private static String word(Random random, String letters) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(5);
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
