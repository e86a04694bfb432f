package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole messages, each with file and line; the lines that a test writes begin at line 5. */
class DescriptorFaultsTest {
  private static final String EDITION = "edition: {constant: '2020'}";
  private static final String RECORD = "record: {agency: R}";
  private static final String FACTS = "facts: [{value: F}]";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  /** A coverage feed with an edition; the lines begin at line 7. */
  private List<String> faults(String... lines) {
    List<String> all = new ArrayList<>(List.of("kind: coverage", EDITION));
    all.addAll(List.of(lines));
    return fixture.faults(all.toArray(String[]::new));
  }

  @Test
  void an_unknown_word_names_the_words_that_stand_there_and_the_nearest() {
    assertThat(faults("record: {agency: {colum: R}}", FACTS))
        .containsExactly(
            "x.yaml:7: unknown word \"colum\" in agency; expected one of column, constant, fileName,"
                + " headerCell, compose, pattern, pad, valueMap, aliases, slug, default, assumed; did you"
                + " mean \"column\"?");
    assertThat(faults("recrd: {agency: R}", "facts: [{value: F, agency: R}]"))
        .containsExactly(
            "x.yaml:7: unknown word \"recrd\" in the descriptor; expected one of feed, title, agency,"
                + " source, files, edition, scope, limits, entry, sameKey, aggregate, tolerances, expectations,"
                + " schedule, zone, catchUp, kind, format, dialect, numbers, missingValues, unitAliases, lookups, record, facts, melt,"
                + " filter, totals, controls, key, layouts, sheet; did you mean \"record\"?");
    assertThat(faults("record: {agency: R, colour: C}", FACTS))
        .containsExactly(
            "x.yaml:7: unknown word \"colour\" in record; expected one of codeSystem, agency,"
                + " agencyName, programme, programmeName, year, geography, note, population, sex,"
                + " unit, definition, populationType, source, value, asOf, when, distinctOn,"
                + " component");
    assertThat(faults("dialect: {header: {row: 1}}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:7: unknown word \"row\" in dialect.header; expected one of rows, containing,"
                + " matching, names; did you mean \"rows\"?");
  }

  @Test
  void a_word_of_another_kind_of_fact_is_told_where_it_belongs() {
    assertThat(
            faults(
                "record: {agency: R, stage: {constant: paid}}", "facts: [{value: F, quarter: Q}]"))
        .containsExactly(
            "x.yaml:7: record: the word \"stage\" belongs to budget facts, not to coverage ones",
            "x.yaml:8: facts: the word \"quarter\" belongs to budget facts, not to coverage ones");
    assertThat(
            faults(
                "record: {agency: R, stage: {constant: paid}, sex: S}",
                "facts: [{value: F}, {kind: budget, value: G}]"))
        .isEmpty();
  }

  @Test
  void what_must_be_said_and_is_not_is_named() {
    assertThat(fixture.faultsOf("feed: x\nfiles: '[a'\n"))
        .containsExactly(
            "x.yaml:1: the descriptor: expected the word \"title\" with a text but found none",
            "x.yaml:1: the descriptor: expected the word \"agency\" with a text but found none",
            "x.yaml:1: the descriptor: expected the word \"facts\" with a list of the facts that a"
                + " record states but found none",
            "x.yaml:2: files: expected a glob such as coverage/*.csv but found \"[a\"");
    assertThat(fixture.faults(EDITION, RECORD, FACTS))
        .containsExactly(
            "x.yaml:7: facts: expected the word \"kind\" with one of coverage, budget, indicator, score but found none");
    assertThat(faults("facts: [{unit: U}]"))
        .containsExactly(
            "x.yaml:7: facts: expected the word \"value\" with a column's name, or a map with column"
                + " but found none");
    assertThat(faults(FACTS))
        .containsExactly(
            "x.yaml:7: facts: expected agency or programme, or both, but found neither");
    assertThat(fixture.faults("kind: budget", EDITION, RECORD, FACTS))
        .containsExactly(
            "x.yaml:8: facts: expected the word \"stage\" with one of unknown, approved, modified,"
                + " collected, committed, accrued, exercised, paid, refunded but found none");
    assertThat(fixture.faults("kind: coverage", RECORD, FACTS))
        .containsExactly(
            "x.yaml:7: facts: expected the word \"year\", because the feed has no edition, but found"
                + " none");
  }

  @Test
  void a_text_that_the_descriptor_gives_is_one_that_the_word_takes() {
    assertThat(
            faults(
                "record:",
                "  agency: R",
                "  population: {constant: targt}",
                "  sex: {column: S, valueMap: {H: man}}",
                "  geography: {constant: '1'}",
                "  year: {constant: '20'}",
                FACTS))
        .containsExactly(
            "x.yaml:9: population.constant: expected one of unknown, reference, potential, target,"
                + " target programmed, served but found \"targt\"; did you mean \"target\"?",
            "x.yaml:10: sex.valueMap: expected one of unknown, total, women, men, other but found"
                + " \"man\"; did you mean \"men\"?",
            "x.yaml:11: geography.constant: expected MX, a state 01 to 32, a municipality of five"
                + " digits (27004), 27-WHOLE, 27-METRO, SEVERAL, NODIST or ABROAD but found \"1\"",
            "x.yaml:12: year.constant: expected a year from 1900 to 2100 but found \"20\"");
  }

  @Test
  void an_origin_has_one_source_and_patterns_have_the_group_it_takes() {
    assertThat(
            faults(
                "record:",
                "  agency: {column: R, pattern: '(['}",
                "  programme: {column: R, pattern: '(a)(b)'}",
                "  unit: {column: R, constant: x}",
                "  note: {assumed: true}",
                "  geography: {column: G, pad: x}",
                "  sex: [S]",
                FACTS))
        .containsExactly(
            "x.yaml:8: agency.pattern: expected a regular expression (Unclosed character class near"
                + " position 1) but found \"([\"",
            "x.yaml:9: programme.pattern: expected one group, or one named (?<programme>…) but found"
                + " \"(a)(b)\"",
            "x.yaml:10: unit: expected exactly one of column, constant, fileName, headerCell,"
                + " compose but found column, constant",
            "x.yaml:11: note: expected exactly one of column, constant, fileName, headerCell,"
                + " compose but found none",
            "x.yaml:12: geography.pad: expected a whole number of 1 or more but found \"x\"",
            "x.yaml:13: sex: expected a map of the words column, constant, fileName, headerCell,"
                + " compose, pattern, pad, valueMap, aliases, slug, default, assumed but found a list of 1");
  }

  @Test
  void melted_groups_are_groups_of_the_melt_pattern() {
    assertThat(
            faults(
                "melt: {columns: '(?<sex>H|M) (?<year>\\d+)'}",
                "record: {agency: R, sex: {melted: sx}}",
                "facts: [{value: {melted: valor}}]"))
        .containsExactly(
            "x.yaml:8: sex.melted: expected one of sex, year but found \"sx\"; did you mean \"sex\"?",
            "x.yaml:9: value.melted: expected one of value but found \"valor\"; did you mean"
                + " \"value\"?");
  }

  @Test
  void a_melt_pattern_has_groups_that_tell_its_columns_apart() {
    assertThat(faults("melt: {columns: '\\d{4}'}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:7: melt.columns: expected a regular expression with named groups such as"
                + " (?<year>\\d{4}) but found \"\\d{4}\"");
  }

  @Test
  void the_dialect_and_numbers_are_checked_word_by_word() {
    assertThat(
            faults(
                "dialect:",
                "  encoding: utf-9",
                "  delimiter: ';;'",
                "  raggedRows: maybe",
                "  headerRows: [1, 3]",
                "  maxRecordChars: 0",
                "numbers: {groupChar: '.', dash: gone}",
                "missingValues: {X: GONE}",
                RECORD,
                "facts: [{value: {column: F, numbers: {scale: 0}}}]"))
        .containsExactly(
            "x.yaml:8: dialect.encoding: expected a character set such as utf-8 or windows-1252 but"
                + " found \"utf-9\"",
            "x.yaml:9: dialect.delimiter: expected one character, or tab but found \";;\"",
            "x.yaml:10: dialect.raggedRows: expected one of refuse, pad but found \"maybe\"",
            "x.yaml:11: dialect.headerRows: expected rows that follow one another but found a list"
                + " of 2",
            "x.yaml:12: dialect.maxRecordChars: expected a whole number of 1 or more but found \"0\"",
            "x.yaml:13: numbers.dash: expected one of missing, zero, refused but found \"gone\"",
            "x.yaml:14: missingValues.\"X\": expected one of blank, not available, not applicable,"
                + " not reported but found \"GONE\"");
    assertThat(faults("numbers: {groupChar: '.'}", "dialect: {delimiter: '\"'}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:7: numbers.groupChar: expected groupChar and decimalChar to differ but found both"
                + " to be \".\"",
            "x.yaml:8: dialect.delimiter: expected delimiter, quoteChar and commentChar to differ and"
                + " to be no line ends");
    assertThat(faults(RECORD, "facts: [{value: {column: F, numbers: {scale: 0}}}]"))
        .containsExactly(
            "x.yaml:8: value.numbers.scale: expected a number such as 1000 or 0.01 but found \"0\"");
    assertThat(faults("dialect: {header: {rows: 1}, headerRows: 2}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:7: dialect.headerRows: expected either header or headerRows but found both");
  }

  @Test
  void trust_is_checked_word_by_word() {
    assertThat(
            faults(
                "sameKey: number",
                "aggregate: sum",
                "tolerances: {quarantined: 5%}",
                RECORD,
                FACTS))
        .containsExactly(
            "x.yaml:8: aggregate: expected either aggregate or sameKey but found both");
    assertThat(
            faults(
                "tolerances: {quarantined: 101%, crossfoot: x}",
                "expectations: {every: yar, dueBy: 30-04}",
                "schedule: '0 30 2 * *'",
                "zone: Mexico",
                "scope: all",
                RECORD,
                FACTS))
        .containsExactly(
            "x.yaml:7: unknown word \"crossfoot\" in tolerances; expected one of quarantined,"
                + " crossFoot, ended; did you mean \"crossFoot\"?",
            "x.yaml:7: tolerances.quarantined: expected a number such as 3, or a percentage such as"
                + " 5% but found \"101%\"",
            "x.yaml:8: expectations.every: expected one of year, quarter, month, week, day but found"
                + " \"yar\"; did you mean \"year\"?",
            "x.yaml:8: expectations.dueBy: expected a day of the year such as 04-30 but found"
                + " \"30-04\"",
            "x.yaml:9: schedule: expected a time such as daily 02:30, or a cron expression such as"
                + " 30 2 * * * but found \"0 30 2 * *\"",
            "x.yaml:10: zone: expected a time zone such as America/Mexico_City but found \"Mexico\"",
            "x.yaml:11: scope: expected one of edition, feed, none but found \"all\"");
    assertThat(faults("catchUp: all", RECORD, FACTS))
        .containsExactly("x.yaml:7: catchUp: expected it beside `schedule` only");
    assertThat(faults("schedule: daily 2:30", "catchUp: lst", RECORD, FACTS))
        .containsExactly(
            "x.yaml:8: catchUp: expected one of none, last, all but found \"lst\"; did you mean"
                + " \"last\"?");
    assertThat(faults("expectations: {every: month, dueBy: 04-30}", RECORD, FACTS))
        .containsExactly("x.yaml:7: expectations.dueBy: expected it beside `every: year` only");
    assertThat(
            fixture.faults(
                "kind: coverage", "scope: edition", "record: {agency: R, year: Y}", FACTS))
        .containsExactly(
            "x.yaml:6: scope: expected feed or none, because the feed has no edition, but found"
                + " edition");
  }

  @Test
  void cut_off_dates_and_conditions_are_checked() {
    assertThat(
            faults(
                "filter: {column: A}",
                "totals: {when: {column: B, equals: x, blank: true}}",
                "record: {agency: R, asOf: {year: Y, day: D}}",
                "facts: [{value: F, when: {matching: x}}]"))
        .containsExactly(
            "x.yaml:7: filter: expected exactly one of equals, matching, blank but found none",
            "x.yaml:8: totals.when: expected exactly one of equals, matching, blank but found equals,"
                + " blank",
            "x.yaml:9: asOf.day: expected a month beside the day but found none",
            "x.yaml:10: when: expected the word \"column\" with a text but found none");
    assertThat(faults("record: {agency: R, asOf: {column: X, format: MM/yyyy}}", FACTS))
        .containsExactly(
            "x.yaml:7: asOf.format: expected a format such as dd/MM/yyyy but found \"MM/yyyy\"");
  }

  @Test
  void layouts_can_all_be_reached_and_have_names_of_their_own() {
    assertThat(
            faults(
                RECORD,
                "layouts:",
                "  - {name: a, facts: [{value: F}]}",
                "  - {name: a, when: {heder: x}}"))
        .containsExactly(
            "x.yaml:9: layouts: expected the word \"when\", because only the last layout takes any"
                + " file, but found none",
            "x.yaml:10: unknown word \"heder\" in when; expected one of header, fileName; did you"
                + " mean \"header\"?",
            "x.yaml:10: layouts: expected the word \"facts\" with a list of the facts that a record"
                + " states but found none",
            "x.yaml:10: layouts: expected each name once but found `a` again");
    assertThat(faults(RECORD, FACTS, "layouts: [{when: {header: X}}]"))
        .containsExactly(
            "x.yaml:9: layouts: expected the word \"name\" with a text but found none");
  }

  @Test
  void what_layouts_share_is_faulted_once() {
    assertThat(
            faults(
                "record: {agency: {colum: R}}",
                FACTS,
                "layouts: [{name: a, when: {header: X}}, {name: b, when: {header: Y}}, {name: c}]"))
        .hasSize(1);
  }

  @Test
  void editions_come_from_the_file_name_or_a_constant_or_are_composed_of_them() {
    assertThat(fixture.faults("kind: coverage", "edition: {column: X}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:6: unknown word \"column\" in edition; expected one of constant, fileName,"
                + " compose, pattern, valueMap, yearEnd");
    assertThat(fixture.faults("kind: coverage", "edition: {yearEnd: middle}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:6: edition.yearEnd: expected one of first, last but found \"middle\"");
    assertThat(fixture.faults("kind: coverage", "edition: {yearEnd: last}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:6: edition: expected exactly one of constant, fileName, compose but found none");
    assertThat(fixture.faults("kind: coverage", "edition: {compose: [{column: X}]}", RECORD, FACTS))
        .containsExactly(
            "x.yaml:6: unknown word \"column\" in edition.compose; expected one of constant, fileName,"
                + " pattern, valueMap");
  }
}
