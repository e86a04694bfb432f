package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that no one cell holds: composed, put in for a blank, or read as another label. */
class DerivedTextsTest {
  private static final String HEAD = "coverage programme=PEF:1/ year=2020";
  private static final String FIGURE = " figure=5 valueColumn=F | cells F=5";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private Feed coverage(String... record) {
    return fixture.feed(
        "kind: coverage",
        "edition: {constant: '2020'}",
        "record:",
        "  " + String.join("\n  ", record),
        "facts: [{value: F}]");
  }

  private List<String> faults(String... record) {
    return fixture.faults(
        "kind: coverage",
        "edition: {constant: '2020'}",
        "record:",
        "  " + String.join("\n  ", record),
        "facts: [{value: F}]");
  }

  @Test
  void a_code_may_be_composed_of_several_cells_each_refined_and_of_given_texts() {
    Feed feed =
        coverage(
            "agency: {column: R, pad: 2}",
            "programme: {compose: [M, {column: K, pad: 3}]}",
            "note: {compose: [{column: R, pad: 2}, {constant: ' - '}, M, {fileName: 'x_(\\d+).*'}]}");
    assertThat(fixture.records(feed, "R,M,K,F", "6,E,45,5", "23,U,128,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:06/E045 year=2020 figure=5 note=06 - E2020"
                + " valueColumn=F | cells F=5",
            "STAGED | coverage programme=PEF:23/U128 year=2020 figure=5 note=23 - U2020"
                + " valueColumn=F | cells F=5");
  }

  @Test
  void a_composed_text_that_lacks_a_part_is_no_text_unless_the_part_has_a_default() {
    Feed feed = coverage("agency: R", "programme: {compose: [M, K], pattern: '[A-Z]\\d+'}");
    assertThat(
            fixture.records(feed, "R,M,K,A,B,F", "1,E,,,,5", "1,,,a,,5", "1,,,,b,5", "1,,45,a,b,5"))
        .containsExactly(
            "QUARANTINED | VALUE_REQUIRED line 2 K: expected a text, as programme is composed of it,"
                + " but found none | cells F=5",
            "QUARANTINED | VALUE_REQUIRED line 3 programme: expected the code of a programme but found"
                + " none; a figure of the agency as a whole has no word `programme` | cells F=5",
            "QUARANTINED | VALUE_REQUIRED line 4 programme: expected the code of a programme but found"
                + " none; a figure of the agency as a whole has no word `programme` | cells F=5",
            "QUARANTINED | VALUE_REQUIRED line 5 M: expected a text, as programme is composed of it,"
                + " but found none | cells F=5");
    Feed noted = coverage("agency: R", "note: {compose: [A, {column: B, default: ''}]}");
    assertThat(fixture.records(noted, "R,A,B,F", "1,a,,5", "1,,b,5"))
        .containsExactly(
            "STAGED | " + HEAD + " figure=5 note=a valueColumn=F | cells F=5",
            "QUARANTINED | VALUE_REQUIRED line 3 A: expected a text, as note is composed of it, but"
                + " found none | cells F=5");
    assertThat(fixture.records(coverage("agency: {compose: [R, K]}"), "R,K,F", "1,x,5"))
        .containsExactly("STAGED | coverage programme=PEF:1x/ year=2020" + FIGURE);
  }

  @Test
  void a_composed_text_is_refined_as_a_whole() {
    Feed feed =
        coverage(
            "agency: R",
            "geography: {compose: [E, {column: M, pad: 3}], pad: 5, valueMap: {27999: SEVERAL}}");
    assertThat(fixture.records(feed, "R,E,M,F", "1,9,4,5", "1,27,999,5"))
        .containsExactly(
            "STAGED | " + HEAD + " geography=09004" + FIGURE,
            "STAGED | " + HEAD + " geography=SEVERAL" + FIGURE);
  }

  @Test
  void a_default_stands_in_for_a_blank_and_is_shown_as_assumed_where_it_does() {
    Feed feed =
        coverage(
            "agency: R",
            "unit:",
            "  column: U",
            "  default:",
            "    - {when: {column: T, equals: hogar}, then: Hogares}",
            "    - {then: Personas, assumed: true}",
            "component: {column: C, default: {then: Todos, assumed: true}}",
            "sex: {column: S, default: total}");
    assertThat(
            fixture.records(
                feed, "R,U,T,C,S,F", "1,Empresas,,Uno,men,5", "1,,HOGAR,Uno,,5", "1,ND,x,,men,5"))
        .containsExactly(
            "STAGED | " + HEAD + " sex=MEN component=part 'Uno' unit=Empresas" + FIGURE,
            "STAGED | " + HEAD + " component=part 'Uno' unit=Hogares" + FIGURE,
            "STAGED | "
                + HEAD
                + " sex=MEN component=part 'Todos' unit=Personas figure=5 assumed=[component, unit]"
                + " valueColumn=F | cells F=5");
  }

  @Test
  void a_default_that_no_record_meets_leaves_the_blank_a_blank() {
    Feed feed =
        coverage(
            "agency: R",
            "year: {column: Y, default: {when: {column: T, equals: a}, then: '2019'}}");
    assertThat(fixture.records(feed, "R,Y,T,F", "1,,a,5", "1,,b,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2019" + FIGURE,
            "QUARANTINED | VALUE_REQUIRED line 3 Y: expected a year from 1900 to 2100 for year but"
                + " found a blank | cells F=5");
  }

  @Test
  void a_label_printed_in_several_ways_is_one_and_each_use_is_noted() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "unitAliases: {Persona: Personas, PERSONAS (MILES): Personas}",
            "record:",
            "  agency: R",
            "  unit: U",
            "  fundingSource: {column: S, aliases: {Fed.: Federal}}",
            "facts: [{value: F}, {kind: budget, stage: {constant: paid}, value: G}]");
    assertThat(
            fixture.records(
                feed, "R,U,S,F,G", "1,persona ,fed.,5,6", "1,Personas,Federal,5,6", "1,,,5,6"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " unit=Personas figure=5 valueColumn=F | budget programme=PEF:1/ year=2020"
                + " fundYear=2020 stage=PAID fundingSource=Federal figure=6 valueColumn=G"
                + " | LABEL_ALIAS line 2 U: \"persona\" is read as \"Personas\""
                + " | LABEL_ALIAS line 2 S: \"fed.\" is read as \"Federal\" | cells F=5 G=6",
            "STAGED | "
                + HEAD
                + " unit=Personas figure=5 valueColumn=F | budget programme=PEF:1/ year=2020"
                + " fundYear=2020 stage=PAID fundingSource=Federal figure=6 valueColumn=G"
                + " | cells F=5 G=6",
            "STAGED | "
                + HEAD
                + " figure=5 valueColumn=F | budget programme=PEF:1/ year=2020 fundYear=2020"
                + " stage=PAID figure=6 valueColumn=G | cells F=5 G=6");
  }

  /** As MSD_2013_2018.csv prints a class beside each score. */
  @Test
  void a_melted_figure_finds_what_stands_beside_it() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "missingValues: {n.a.: not applicable}",
            "melt: {columns: '(?<dimension>PEF|MIR)_CUANT'}",
            "record:",
            "  agency: R",
            "  component: {melted: dimension}",
            "  note: '${dimension}_CUAL'",
            "  source: {compose: [R, {constant: ' '}, {melted: dimension}]}",
            "facts: [{value: {melted: value}, when: {column: '${dimension}_CUAL', blank: false}}]");
    String[] csv = {
      "R,PEF_CUANT,PEF_CUAL,MIR_CUANT,MIR_CUAL", "1,4.8,ALTO,n.a.,S/I", "1,4.7,,3.3,MEDIO"
    };
    assertThat(fixture.records(feed, csv))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " component=part 'PEF' figure=4.8 source=1 PEF note=ALTO valueColumn=PEF_CUANT | "
                + HEAD
                + " component=part 'MIR' figure=NOT_APPLICABLE 'n.a.' source=1 MIR note=S/I"
                + " valueColumn=MIR_CUANT | cells PEF_CUANT=4.8",
            "STAGED | "
                + HEAD
                + " component=part 'MIR' figure=3.3 source=1 MIR note=MEDIO"
                + " valueColumn=MIR_CUANT | cells PEF_CUANT=4.7 MIR_CUANT=3.3");
    assertThat(fixture.refusal(feed, "x.csv", "R,PEF_CUANT,PEF_CUAL,MIR_CUANT,MIR_CUALI"))
        .isEqualTo(
            "HEADER_NOT_FOUND expected a column \"MIR_CUAL\", found the header \"R\","
                + " \"PEF_CUANT\", \"PEF_CUAL\", \"MIR_CUANT\", \"MIR_CUALI\"; for \"MIR_CUAL\", is"
                + " it \"MIR_CUALI\"?");
  }

  @Test
  void partners_may_be_told_by_months_and_figures_stand_in_either() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "melt: {columns: 'AVANCE_MES(?<month>\\d+)'}",
            "record: {agency: R, component: {melted: month, pad: 2}}",
            "facts:",
            "  - {population: {constant: served}, value: {melted: value}}",
            "  - {population: {constant: target}, value: 'META_MES${month}'}");
    assertThat(
            fixture.records(feed, "R,META_MES1,AVANCE_MES1,META_MES2,AVANCE_MES2", "1,10,9,20,21"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " population=SERVED component=part '01' figure=9 valueColumn=AVANCE_MES1 | "
                + HEAD
                + " population=SERVED component=part '02' figure=21 valueColumn=AVANCE_MES2 | "
                + HEAD
                + " population=TARGET component=part '01' figure=10 valueColumn=META_MES1 | "
                + HEAD
                + " population=TARGET component=part '02' figure=20 valueColumn=META_MES2"
                + " | cells AVANCE_MES1=9 AVANCE_MES2=21 META_MES1=10 META_MES2=20");
  }

  @Test
  void wrong_words_are_told_by_their_lines() {
    assertThat(
            faults(
                "agency: {compose: [{colum: R}, {column: K, assumed: true}]}",
                "sex: {column: S, default: [total, {then: man}]}",
                "unit: {column: U, default: {when: {column: T, equals: x}}}",
                "note: {column: N, aliases: {a: ''}}",
                "programme: {compose: [], column: P}"))
        .containsExactly(
            "x.yaml:8: unknown word \"colum\" in agency.compose; expected one of column, constant,"
                + " fileName, headerCell, pattern, pad, valueMap, default; did you mean \"column\"?",
            "x.yaml:8: unknown word \"assumed\" in agency.compose; expected one of column, constant,"
                + " fileName, headerCell, pattern, pad, valueMap, default",
            "x.yaml:9: sex.default: expected one of unknown, total, women, men, other but found"
                + " \"man\"; did you mean \"men\"?",
            "x.yaml:10: unit.default: expected the word \"then\" with a text but found none",
            "x.yaml:11: note.aliases.\"a\": expected a text but found no value",
            "x.yaml:12: programme.compose: expected a column's name, or a map with one of column,"
                + " constant, fileName, headerCell but found an empty list");
  }

  @Test
  void a_place_in_a_columns_name_is_a_group_of_the_melt_pattern() {
    assertThat(
            fixture.faults(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "melt: {columns: '(?<dimension>PEF|MIR)_CUANT'}",
                "record: {agency: R, note: '${dimensión}_X', unit: '${dimensin}_CUAL'}",
                "facts: [{value: {column: 'X${x}'}}]"))
        .containsExactly(
            "x.yaml:8: note: expected ${…} to name one of the groups dimension but found"
                + " \"dimensión\"; did you mean \"dimension\"?",
            "x.yaml:8: unit: expected ${…} to name one of the groups dimension but found"
                + " \"dimensin\"; did you mean \"dimension\"?",
            "x.yaml:9: value.column: expected ${…} to name one of the groups dimension but found"
                + " \"x\"");
    assertThat(
            fixture.faults(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "record: {agency: R}",
                "facts: [{value: F}]",
                "unitAliases: [Persona]"))
        .containsExactly("x.yaml:9: unitAliases: expected a map but found a list of 1");
  }
}
