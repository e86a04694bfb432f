package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of wrong lookups in a descriptor; the lines that a test writes begin at line 5. */
class LookupFaultsTest {
  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  @Test
  void a_wrong_lookup_is_told_by_its_line() {
    assertThat(
            fixture.faults(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "lookups:",
                "  - {name: a, files: 'codes/*.csv', key: Id, by: K}",
                "  - {name: b, files: ../b.csv, key: [Id, Tipo], by: K}",
                "  - {files: c.csv, key: {constant: x}, by: {lookup: z, column: Id}}",
                "  - {name: d, files: d.csv, key: Id, by: K, noPartner: skip, colum: x}",
                "record: {agency: R, unit: {lookup: a, column: U}}",
                "facts: [{value: F}]"))
        .containsExactly(
            "x.yaml:8: lookups.files: expected a path from the inbox such as codes/states.csv, not a"
                + " pattern but found \"codes/*.csv\"",
            "x.yaml:9: lookups.files: expected a path from the inbox such as codes/states.csv, not a"
                + " pattern but found \"../b.csv\"",
            "x.yaml:10: lookups: expected the word \"name\" with a text but found none",
            "x.yaml:10: unknown word \"constant\" in lookups.key; expected one of column, pattern,"
                + " pad, valueMap",
            "x.yaml:10: unknown word \"lookup\" in lookups.by; expected one of column, constant,"
                + " fileName, headerCell, compose, pattern, pad, valueMap",
            "x.yaml:11: unknown word \"colum\" in lookups; expected one of name, files, dialect, key,"
                + " by, noPartner",
            "x.yaml:11: lookups.noPartner: expected one of quarantine, blank but found \"skip\"");
    assertThat(
            fixture.faults(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "lookups:",
                "  - {name: a, files: a.csv, key: [Id, Tipo], by: K}",
                "  - {name: b, files: b.csv, key: Id, by: K}",
                "  - {name: b, files: b.csv, key: Id, by: K}",
                "record: {agency: R}",
                "facts: [{value: F}]"))
        .containsExactly(
            "x.yaml:8: lookups.by: expected as many as key has (2) but found 1",
            "x.yaml:10: lookups: expected each name once but found \"b\" again");
  }

  @Test
  void a_word_names_a_lookup_and_one_of_its_columns() {
    assertThat(
            fixture.faults(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "lookups: [{name: units, files: u.csv, key: Id, by: K}]",
                "record:",
                "  agency: R",
                "  unit: {lookup: unit, column: U}",
                "  note: {lookup: units}",
                "  sex: {lookup: units, column: S, constant: men}",
                "facts: [{value: {lookup: units, column: F}}]"))
        .containsExactly(
            "x.yaml:10: unit.lookup: expected one of units but found \"unit\"; did you mean"
                + " \"units\"?",
            "x.yaml:11: note: expected the word \"column\" with the name of the side file's column"
                + " but found none",
            "x.yaml:12: sex: expected exactly one of constant, fileName, headerCell, compose, lookup but"
                + " found constant, lookup",
            "x.yaml:13: unknown word \"lookup\" in value; expected one of column, pattern, valueMap,"
                + " numbers");
  }
}
