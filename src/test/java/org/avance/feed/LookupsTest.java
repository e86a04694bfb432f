package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record takes from side files, and what is wrong where it can't. */
class LookupsTest {
  private static final String HEAD = "coverage programme=PEF:1/ year=2020";
  private static final String TAIL = " valueColumn=F | cells F=";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  /** A unit looked up by the record's {@code K}; the entry's own words, then more of the feed's. */
  private Feed unitBy(String lookup, String... more) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "lookups: [{name: units, " + lookup + "}]",
                "record: {agency: {constant: '1'}, unit: {lookup: units, column: Unidad}}",
                "facts: [{value: F}]"));
    lines.addAll(List.of(more));
    return fixture.feed(lines.toArray(String[]::new));
  }

  @Test
  void a_word_takes_a_column_of_the_side_record_with_the_same_key() {
    fixture.write("units.csv", "Id,Name,Unidad", "a,x,Personas", "b,y, Hogares ", "c,z,");
    Feed feed = unitBy("files: units.csv, key: Id, by: K");
    assertThat(feed.sideFiles()).containsExactly("units.csv");
    assertThat(fixture.records(feed, "K,F", "a,1", " b ,2", "c,3"))
        .containsExactly(
            "STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1",
            "STAGED | " + HEAD + " unit=Hogares figure=2" + TAIL + "2",
            "STAGED | " + HEAD + " figure=3" + TAIL + "3");
  }

  @Test
  void the_first_file_that_holds_the_key_has_the_partner() {
    fixture.write("new.csv", "Id,Unidad", "a,Personas", "b,");
    fixture.write("old.csv", "Unidad,Id", "Hogares,a", "Hogares,b", "Hogares,c");
    Feed feed = unitBy("files: [new.csv, old.csv], key: Id, by: K");
    assertThat(feed.sideFiles()).containsExactly("new.csv", "old.csv");
    assertThat(fixture.records(feed, "K,F", "a,1", "b,2", "c,3"))
        .containsExactly(
            "STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1",
            "STAGED | " + HEAD + " figure=2" + TAIL + "2",
            "STAGED | " + HEAD + " unit=Hogares figure=3" + TAIL + "3");
  }

  @Test
  void what_is_taken_is_refined_and_checked_like_any_text() {
    fixture.write("states.csv", "Cve;Nom;Anio", "1;Ags;[2019]", "33;Varios;2020", "3;BCS;nunca");
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "lookups:",
            "  - name: state",
            "    files: states.csv",
            "    dialect: {delimiter: ';'}",
            "    key: {column: Cve, pad: 2}",
            "    by: {column: Edo, valueMap: {primera: 1}, pad: 2}",
            "record:",
            "  agency: {constant: '1'}",
            "  geography: {lookup: state, column: Cve, pad: 2, valueMap: {33: SEVERAL}}",
            "  year: {lookup: state, column: Anio, pattern: '\\[?(\\d+|nunca)\\]?'}",
            "facts: [{value: F}]");
    assertThat(fixture.records(feed, "Edo,F", "01,1", "33,2", "3,3"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2019 geography=01 figure=1" + TAIL + "1",
            "STAGED | coverage programme=PEF:1/ year=2020 geography=SEVERAL figure=2" + TAIL + "2",
            "QUARANTINED | YEAR_IMPLAUSIBLE line 4 Anio of lookup state: expected a year from 1900"
                + " to 2100 for year but found \"nunca\" | cells F=3");
  }

  @Test
  void a_lookup_may_go_by_what_an_earlier_one_found_and_by_several_columns() {
    fixture.write("indicators.csv", "id,area,tipo", "i1,A,1", "i2,B,9");
    fixture.write("areas.csv", "area,tipo,unidad", "A,1,Personas", "A,2,Hogares", "B,1,Obras");
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "lookups:",
            "  - {name: indicator, files: indicators.csv, key: id, by: K}",
            "  - name: area",
            "    files: areas.csv",
            "    key: [area, tipo]",
            "    by: [{lookup: indicator, column: area}, {lookup: indicator, column: tipo}]",
            "record: {agency: {constant: '1'}, unit: {lookup: area, column: unidad}}",
            "facts: [{value: F}]");
    assertThat(feed.sideFiles()).containsExactlyInAnyOrder("indicators.csv", "areas.csv");
    assertThat(fixture.records(feed, "K,F", "i1,1", "i2,2", "i3,3"))
        .containsExactly(
            "STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1",
            "QUARANTINED | LOOKUP_NO_PARTNER line 3 lookup area: expected a key of areas.csv but"
                + " found \"B | 9\" | cells F=2",
            "QUARANTINED | LOOKUP_NO_PARTNER line 4 K: expected a key of indicators.csv but found"
                + " \"i3\" | cells F=3");
  }

  @Test
  void a_record_without_a_partner_is_one_issue_however_many_words_take_from_it() {
    fixture.write("units.csv", "Id,Unidad,Nota", "a,Personas,n");
    fixture.write("more.csv", "Id,Unidad,Nota", "b,Personas,n");
    String record =
        "record: {agency: {lookup: units, column: Nota}, unit: {lookup: units, column: Unidad},"
            + " note: {lookup: units, column: Nota}}";
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "lookups: [{name: units, files: [units.csv, more.csv], key: Id, by: K}]",
            record,
            "facts: [{value: F}]");
    assertThat(fixture.records(feed, "K,F", "A,1", ",2", "NA,3"))
        .containsExactly(
            "QUARANTINED | LOOKUP_NO_PARTNER line 2 K: expected a key of units.csv or more.csv but"
                + " found \"A\" | cells F=1",
            "QUARANTINED | LOOKUP_NO_PARTNER line 3 K: expected a key of units.csv or more.csv but"
                + " found a blank | cells F=2",
            "QUARANTINED | LOOKUP_NO_PARTNER line 4 K: expected a key of units.csv or more.csv but"
                + " found \"NA\" | cells F=3");
  }

  @Test
  void only_facts_that_a_record_yields_need_a_partner() {
    fixture.write("units.csv", "Id,Unidad", "a,Personas");
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "lookups: [{name: units, files: units.csv, key: Id, by: K}]",
            "record: {agency: {constant: '1'}}",
            "facts:",
            "  - {value: F, unit: {lookup: units, column: Unidad}, when: {column: T, equals: x}}",
            "  - {value: F, unit: {constant: Obras}, when: {column: T, equals: y}}");
    assertThat(fixture.records(feed, "K,T,F", "a,x,1", "b,y,2"))
        .containsExactly(
            "STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1",
            "STAGED | " + HEAD + " unit=Obras figure=2" + TAIL + "2");
  }

  @Test
  void where_the_lookup_bears_it_a_record_without_a_partner_is_loaded_with_a_blank() {
    fixture.write("units.csv", "Id,Unidad", "a,Personas");
    Feed feed = unitBy("files: units.csv, key: Id, by: K, noPartner: blank");
    assertThat(fixture.records(feed, "K,F", "a,1", "b,2", ",3"))
        .containsExactly(
            "STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1",
            "STAGED | "
                + HEAD
                + " figure=2 valueColumn=F | LOOKUP_LEFT_BLANK line 3 K: expected a key of"
                + " units.csv but found \"b\" | cells F=2",
            "STAGED | " + HEAD + " figure=3" + TAIL + "3");
    Feed needed =
        fixture.feed(
            "kind: coverage",
            "lookups: [{name: units, files: units.csv, key: Id, by: K, noPartner: blank}]",
            "record: {agency: {constant: '1'}, year: {lookup: units, column: Unidad}}",
            "facts: [{value: F}]");
    assertThat(fixture.records(needed, "K,F", "b,2"))
        .containsExactly(
            "QUARANTINED | LOOKUP_LEFT_BLANK line 2 K: expected a key of units.csv but found \"b\""
                + " | VALUE_REQUIRED line 2 Unidad of lookup units: expected a year from 1900 to"
                + " 2100 for year but found a blank | cells F=2");
  }

  @Test
  void cut_off_dates_and_parts_are_looked_up_too() {
    fixture.write("parts.csv", "Id,Parte,Corte", "a,Norte,31/12/2019");
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "lookups: [{name: part, files: parts.csv, key: Id, by: K}]",
            "record:",
            "  agency: {constant: '1'}",
            "  component: {lookup: part, column: Parte}",
            "  asOf: {lookup: part, column: Corte, format: dd/MM/yyyy}",
            "facts: [{value: F}]");
    assertThat(fixture.records(feed, "K,F", "a,1", "b,2"))
        .containsExactly(
            "STAGED | " + HEAD + " component=part 'Norte' figure=1 asOf=2019-12-31" + TAIL + "1",
            "QUARANTINED | LOOKUP_NO_PARTNER line 3 K: expected a key of parts.csv but found \"b\""
                + " | cells F=2");
  }

  @Test
  void further_figures_may_stand_in_the_side_record() {
    fixture.write("indicators.csv", "Id,Nombre,Base", "a,Cobertura,\"1,234.5\"");
    Feed feed =
        fixture.feed(
            "kind: indicator",
            "edition: {constant: '2020'}",
            "lookups: [{name: indicator, files: indicators.csv, key: Id, by: K}]",
            "record:",
            "  agency: {constant: '1'}",
            "  indicator: K",
            "  indicatorName: {lookup: indicator, column: Nombre}",
            "  baseline: {lookup: indicator, column: Base}",
            "facts: [{value: F}]");
    assertThat(fixture.records(feed, "K,F", "a,1"))
        .containsExactly(
            "STAGED | indicator programme=PEF:1/ indicator=(code=a name=Cobertura) year=2020 figure=1"
                + " goals=(baseline=1234.5)"
                + TAIL
                + "1");
  }

  @Test
  void melted_groups_may_be_looked_up() {
    fixture.write("months.csv", "Mes,Unidad", "ene,Personas", "feb,Hogares");
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "melt: {columns: '(?<mes>ene|feb)'}",
            "lookups: [{name: month, files: months.csv, key: Mes, by: {melted: mes}}]",
            "record: {agency: {constant: '1'}, unit: {lookup: month, column: Unidad}}",
            "facts: [{value: {melted: value}}]");
    assertThat(fixture.records(feed, "ene,feb", "1,2"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " unit=Personas figure=1 valueColumn=ene | "
                + HEAD
                + " unit=Hogares figure=2 valueColumn=feb | cells ene=1 feb=2");
  }

  @Test
  void side_records_that_state_the_same_are_one_and_those_without_a_key_are_none() {
    fixture.write(
        "units.csv", "Id,Unidad,Nota", "a,Personas,1", "a,Personas ,2", ",Hogares,", "", ",Obras,");
    Feed feed = unitBy("files: units.csv, key: Id, by: K");
    assertThat(fixture.records(feed, "K,F", "a,1"))
        .containsExactly("STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1");
  }

  @Test
  void a_side_file_that_states_two_values_for_a_key_refuses_the_delivery() {
    fixture.write(
        "units.csv",
        "Id,Tipo,Unidad,Nota",
        "a,1,Personas,x",
        "b,1,P,x",
        "b,1,Hogares,y",
        "a,2,O,z");
    String expected =
        "SIDE_FILE_AMBIGUOUS side file units.csv: expected one record for the key \"b | 1\" but"
            + " lines 3 and 4 state Unidad \"P\" and \"Hogares\"";
    Feed feed = unitBy("files: units.csv, key: [Id, Tipo], by: [K, T]");
    assertThat(fixture.refusal(feed, "x_2020.csv", "K,T,F", "a,1,1")).isEqualTo(expected);
  }

  @Test
  void a_side_file_that_can_not_be_used_refuses_the_delivery_by_its_name() throws Exception {
    Feed feed = unitBy("files: codes/units.csv, key: Id, by: K");
    assertThat(refusal(feed))
        .isEqualTo(
            "SIDE_FILE_UNREADABLE side file codes/units.csv: expected it in the inbox, found no such"
                + " file");
    Files.createDirectories(folder.resolve("codes"));
    fixture.write("codes/units.csv", "Ids,Nombre", "a,Personas");
    assertThat(refusal(feed))
        .isEqualTo(
            "SIDE_FILE_UNREADABLE side file codes/units.csv: expected a column \"Id\", \"Unidad\","
                + " found the header \"Ids\", \"Nombre\"; for \"Id\", is it \"Ids\"?");
    fixture.write("codes/units.csv", "Id,Unidad,Id", "a,Personas,b");
    assertThat(refusal(feed))
        .isEqualTo(
            "SIDE_FILE_UNREADABLE side file codes/units.csv: expected each column once, found more"
                + " than one \"Id\" in the header \"Id\", \"Unidad\", \"Id\"");
    fixture.write("codes/units.csv", "Id,Unidad", "a,Personas", "b");
    assertThat(refusal(feed))
        .isEqualTo(
            "SIDE_FILE_UNREADABLE side file codes/units.csv: line 3: expected 2 cells as in the"
                + " header but found 1");
    Files.write(folder.resolve("codes/units.csv"), new byte[] {'I', 'd', ',', (byte) 0xE9, '\n'});
    assertThat(refusal(feed))
        .isEqualTo(
            "SIDE_FILE_UNREADABLE side file codes/units.csv: line 1: byte 0xE9 at offset 3 can't be"
                + " UTF-8; the file may be windows-1252");
    fixture.write("codes/units.csv", "");
    assertThat(refusal(feed))
        .isEqualTo(
            "SIDE_FILE_UNREADABLE side file codes/units.csv: expected a table, found a file without"
                + " text");
  }

  private String refusal(Feed feed) {
    return fixture.refusal(feed, "x_2020.csv", "K,F", "a,1");
  }

  @Test
  void cells_left_out_of_side_records_may_be_padded() {
    fixture.write("units.csv", "Id,Nota,Unidad", "a,x,Personas", "b");
    Feed feed = unitBy("files: units.csv, key: Id, by: K, dialect: {raggedRows: pad}");
    assertThat(fixture.records(feed, "K,F", "b,1"))
        .containsExactly("STAGED | " + HEAD + " figure=1" + TAIL + "1");
  }

  @Test
  void a_side_file_is_no_delivery_and_one_that_nothing_is_taken_from_is_not_needed() {
    Feed feed = unitBy("files: units.csv, key: Id, by: K");
    assertThat(feed.takes("units.csv")).isFalse();
    assertThat(feed.takes("other.csv")).isTrue();
    Feed idle =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "lookups: [{name: units, files: units.csv, key: Id, by: K}]",
            "record: {agency: {constant: '1'}}",
            "facts: [{value: F}]");
    assertThat(idle.sideFiles()).isEmpty();
    assertThat(fixture.records(idle, "F", "1"))
        .containsExactly("STAGED | " + HEAD + " figure=1" + TAIL + "1");
  }

  @Test
  void a_layout_may_have_lookups_of_its_own() {
    fixture.write("units.csv", "Id,Unidad", "a,Personas");
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: {constant: '1'}}",
            "facts: [{value: F}]",
            "layouts:",
            "  - name: coded",
            "    when: {header: K}",
            "    lookups: [{name: units, files: units.csv, key: Id, by: K}]",
            "    record: {unit: {lookup: units, column: Unidad}}",
            "  - {name: plain, record: {unit: U}}");
    assertThat(fixture.records(feed, "K,F", "a,1"))
        .containsExactly("STAGED | " + HEAD + " unit=Personas figure=1" + TAIL + "1");
    assertThat(fixture.records(feed, "U,F", "u,1"))
        .containsExactly("STAGED | " + HEAD + " unit=u figure=1" + TAIL + "1");
  }
}
