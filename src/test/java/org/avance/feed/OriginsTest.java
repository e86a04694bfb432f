package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private Feed coverage(String... record) {
    return fixture.feed(
        "kind: coverage",
        "edition: {fileName: 'x_(\\d{4}).*'}",
        "record:",
        "  " + String.join("\n  ", record),
        "facts: [{value: Figure}]");
  }

  @Test
  void a_plain_text_is_the_name_of_a_column() {
    Feed feed = coverage("agency: Ramo", "programmeName: Programa", "unit: Unidad  de medida");
    assertThat(
            fixture.records(
                feed,
                "Ramo,Programa, Unidad de medida ,Figure,Extra",
                "06,  Seguro agrícola\u00A0,\"Personas.\r\n\",\"61,851\",x"))
        .containsExactly(
            "STAGED | coverage programme=PEF:06/ (Seguro agrícola of) year=2020 unit=Personas."
                + " figure=61851 valueColumn=Figure | cells Figure=61851");
  }

  @Test
  void a_constant_is_the_same_for_every_record_and_may_be_assumed() {
    Feed feed =
        coverage(
            "programme: {constant: E045}",
            "codeSystem: {constant: local}",
            "population: {constant: Target-Programmed, assumed: true}",
            "geography: {constant: MX, assumed: true}");
    assertThat(fixture.records(feed, "Figure", "5"))
        .containsExactly(
            "STAGED | coverage programme=local:/E045 year=2020 population=TARGET_PROGRAMMED"
                + " geography=MX figure=5 assumed=[geography, population] valueColumn=Figure"
                + " | cells Figure=5");
  }

  @Test
  void a_pattern_takes_the_group_of_the_word_or_the_only_group_or_the_whole_match() {
    String key = "'(?<agency>\\d{2})-(?<programme>[A-Z]\\d{3})'";
    Feed feed =
        coverage(
            "agency: {column: K, pattern: " + key + "}",
            "programme: {column: K, pattern: " + key + "}",
            "unit: {column: U, pattern: '(\\w+) .*'}",
            "note: {column: N, pattern: '[a-z ]+'}");
    assertThat(fixture.records(feed, "K,U,N,Figure", "51-E045,Personas de edad,abc,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:51/E045 year=2020 unit=Personas figure=5 note=abc"
                + " valueColumn=Figure | cells Figure=5");
  }

  @Test
  void a_text_that_is_not_of_the_pattern_puts_its_record_into_quarantine() {
    Feed feed =
        coverage(
            "agency: {column: K, pattern: '(\\d{2})-.*'}",
            "programme: {column: K, pattern: '.*-(.+)'}");
    assertThat(fixture.records(feed, "K,Figure", "E045,5"))
        .containsExactly(
            "QUARANTINED"
                + " | PATTERN_MISMATCH line 2 K: expected a text of the pattern (\\d{2})-.* but found \"E045\""
                + " | PATTERN_MISMATCH line 2 K: expected a text of the pattern .*-(.+) but found \"E045\""
                + " | cells Figure=5");
  }

  @Test
  void codes_are_padded_then_looked_up_in_the_value_map() {
    Feed feed =
        coverage(
            "programme: {constant: P}",
            "geography: {column: Edo, pad: {length: 2, with: '0'}, valueMap: {33: SEVERAL}}",
            "unit: {column: U, valueMap: {persona: Personas, '*': Otros}}");
    assertThat(
            fixture.records(
                feed, "Edo,U,Figure", "7,PERSONA,1", "33,Pérsona,2", "27,Hogares,3", "40,,4"))
        .containsExactly(
            "STAGED | coverage programme=PEF:/P year=2020 geography=07 unit=Personas figure=1"
                + " valueColumn=Figure | cells Figure=1",
            "STAGED | coverage programme=PEF:/P year=2020 geography=SEVERAL unit=Personas figure=2"
                + " valueColumn=Figure | cells Figure=2",
            "STAGED | coverage programme=PEF:/P year=2020 geography=27 unit=Otros figure=3"
                + " valueColumn=Figure | cells Figure=3",
            "QUARANTINED | GEOGRAPHY_UNKNOWN line 5 Edo: expected MX, a state 01 to 32, a"
                + " municipality of five digits (27004), 27-WHOLE, 27-METRO, SEVERAL, NODIST or"
                + " ABROAD for geography but found \"40\" | cells Figure=4");
  }

  @Test
  void file_name_and_header_are_sources_too() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "dialect: {header: {rows: 3}}",
            "record:",
            "  agency: {fileName: 'ramo(?<agency>\\d+)\\.csv'}",
            "  year: {headerCell: 'Ejercicio (?<year>\\d{4})'}",
            "  population: {headerCell: '^Población (\\w+)', valueMap: {objetivo: target}}",
            "facts: [{value: Población objetivo}]");
    assertThat(
            fixture.recordsOf(
                feed,
                "ramo12.csv",
                "Informe",
                "Cierre del  Ejercicio 2019,",
                "Población objetivo,U",
                "5,x"))
        .containsExactly(
            "STAGED | coverage programme=PEF:12/ year=2019 population=TARGET figure=5"
                + " valueColumn=Población objetivo | cells Población objetivo=5");
    assertThat(fixture.refusal(feed, "ramoX.csv", "", "Ejercicio 2019", "Población objetivo,U"))
        .isEqualTo(
            "FILE_NAME_UNREADABLE expected a file name of the pattern ramo(?<agency>\\d+)\\.csv,"
                + " found \"ramoX.csv\"");
    assertThat(fixture.refusal(feed, "ramo1.csv", "", "Ejercicio", "Población objetivo,U"))
        .isEqualTo(
            "HEADER_NOT_FOUND expected a header of the pattern Ejercicio (?<year>\\d{4}), found"
                + " \"Población objetivo\", \"U\"");
  }

  @Test
  void a_word_that_a_list_does_not_hold_is_an_issue_that_says_what_it_holds() {
    Feed feed = coverage("agency: R", "population: {column: P, valueMap: {PO: target}}", "sex: S");
    assertThat(
            fixture.records(
                feed, "R,P,S,Figure", "1,po,women,1", "1,PX,,2", "1,,men,3", "1,served,TOTAL,4"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2020 population=TARGET sex=WOMEN figure=1"
                + " valueColumn=Figure | cells Figure=1",
            "QUARANTINED | VALUE_NOT_MAPPED line 3 P: expected one of unknown, reference, potential,"
                + " target, target programmed, served for population but found \"PX\""
                + " | cells Figure=2",
            "STAGED | coverage programme=PEF:1/ year=2020 sex=MEN figure=3 valueColumn=Figure"
                + " | cells Figure=3",
            "STAGED | coverage programme=PEF:1/ year=2020 population=SERVED figure=4"
                + " valueColumn=Figure | cells Figure=4");
  }

  @Test
  void a_blank_programme_is_no_agency_as_a_whole_unless_the_descriptor_says_so() {
    Feed feed = coverage("agency: R", "programme: P");
    assertThat(fixture.records(feed, "R,P,Figure", "1,,5", "1,ND,6"))
        .containsExactly(
            "QUARANTINED | VALUE_REQUIRED line 2 P: expected the code of a programme but found none;"
                + " a figure of the agency as a whole has no word `programme` | cells Figure=5",
            "QUARANTINED | VALUE_REQUIRED line 3 P: expected the code of a programme but found none;"
                + " a figure of the agency as a whole has no word `programme` | cells Figure=6");
    Feed whole = coverage("agency: R", "programme: {column: P, default: ''}");
    assertThat(fixture.records(whole, "R,P,Figure", "1,,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2020 figure=5 valueColumn=Figure | cells Figure=5");
  }

  @Test
  void a_fact_without_agency_and_programme_is_no_fact() {
    Feed feed = coverage("agency: R", "programme: P");
    assertThat(fixture.records(feed, "R,P,Figure", " ,ND,5"))
        .containsExactly(
            "QUARANTINED | VALUE_REQUIRED line 2 expected an agency or a programme but found neither"
                + " | cells Figure=5");
  }

  @Test
  void texts_are_cut_to_their_column_and_codes_are_not() {
    Feed feed = coverage("agency: R", "unit: U");
    assertThat(fixture.records(feed, "R,U,Figure", "1," + "ñ".repeat(201) + ",5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2020 unit="
                + "ñ".repeat(200)
                + " figure=5 valueColumn=Figure"
                + " | TEXT_SHORTENED line 2 U: expected a text of at most 200 characters for unit but"
                + " found \""
                + "ñ".repeat(60)
                + "…\" | cells Figure=5");
    assertThat(fixture.records(feed, "R,U,Figure", "1".repeat(41) + ",Personas,5"))
        .containsExactly(
            "QUARANTINED | CODE_TOO_LONG line 2 R: expected a code of at most 40 characters for"
                + " agency but found \""
                + "1".repeat(41)
                + "\" | cells Figure=5");
  }

  @Test
  void years_are_plausible_or_refused() {
    Feed feed = coverage("agency: R", "year: Y");
    assertThat(fixture.records(feed, "R,Y,Figure", "1,1899,5", "1,,5", "1,2100,5"))
        .containsExactly(
            "QUARANTINED | YEAR_IMPLAUSIBLE line 2 Y: expected a year from 1900 to 2100 for year but"
                + " found \"1899\" | cells Figure=5",
            "QUARANTINED | VALUE_REQUIRED line 3 Y: expected a year from 1900 to 2100 for year but"
                + " found a blank | cells Figure=5",
            "STAGED | coverage programme=PEF:1/ year=2100 figure=5 valueColumn=Figure"
                + " | cells Figure=5");
  }

  @Test
  void a_component_is_the_whole_a_part_or_a_named_part() {
    String head = "R,C,Figure";
    assertThat(fixture.records(coverage("agency: R"), head, "1,,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2020 figure=5 valueColumn=Figure"
                + " | cells Figure=5");
    assertThat(fixture.records(coverage("agency: R", "component: parts"), head, "1,,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2020 component=part '' figure=5"
                + " valueColumn=Figure | cells Figure=5");
    assertThat(fixture.records(coverage("agency: R", "component: C"), head, "1,Vertiente 2,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2020 component=part 'Vertiente 2' figure=5"
                + " valueColumn=Figure | cells Figure=5");
  }
}
