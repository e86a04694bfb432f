package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and cells that print figures about the records of their file. */
class FootingsTest {
  private static final String FACT = "STAGED | budget programme=PEF:%s/ year=2020 fundYear=2020";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private static String[] descriptor(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "kind: budget",
                "edition: {constant: '2020'}",
                "record: {agency: R, stage: {constant: paid}}",
                "facts: [{value: {column: M, numbers: {scale: 1000}}}]"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void rows_of_totals_add_up_all_records_or_those_that_agree_with_them() {
    Feed feed =
        fixture.feed(
            descriptor(
                "totals:",
                "  - {when: {column: N, equals: Total general}}",
                "  - {when: {column: N, equals: Subtotal}, of: R}",
                "  - when: {column: N, matching: 'Estado.*'}",
                "    of: {E: {column: N, pattern: 'Estado (\\d+)', pad: 2}, R: R}"));
    assertThat(
            fixture.records(
                feed,
                "R,E,N,M",
                "8,01,a,5",
                "8,,Subtotal,5",
                "8,,Estado 1,5",
                ",,Total general",
                ",,TOTAL GENERAL,5"))
        .containsExactly(
            FACT.formatted("8")
                + " stage=PAID figure=5000 valueColumn=M | cells M=5000 | in 1 of 8 | in 2 of 01\u001f8",
            "TOTALS | cells M=5000 | prints 1 of 8 M, R \"8\" (line 3): M=5000",
            "TOTALS | cells M=5000 | prints 2 of 01\u001f8 M, E \"01\", R \"8\" (line 4): M=5000",
            "TOTALS",
            "TOTALS | cells M=5000 | prints 0  M: M=5000");
  }

  @Test
  void controls_stand_in_rows_of_their_own_or_above_the_records() throws Exception {
    Feed feed =
        fixture.feed(
            descriptor(
                "numbers: {scale: 1000000}",
                "dialect: {header: {containing: [R, M]}}",
                "controls:",
                "  - {count: records, printed: {headerCell: 'Registros: ([\\d,]+)'}}",
                "  - {count: records, printed: M, row: {column: R, equals: Total registros}}",
                "  - sum: M",
                "    printed: {column: R, pattern: 'Importe: (.*)'}",
                "    row: {column: R, matching: 'Importe.*'}"));
    String[] csv = {
      "Registros: 1,or",
      "Registros: 1,",
      "R,M",
      "8,5",
      "Total registros,1,x,y",
      "Importe: 5",
      "Importe: mucho"
    };
    Path file = fixture.write("x.csv", "\"Registros: 1,444 en total\"", "R,M");
    try (OpenFile open = feed.open(file, "x.csv")) {
      assertThat(open.printedAbove().toString())
          .isEqualTo("[Printed[kind=0, group=, column=, name= (header), figure=1444]]");
      assertThat(open.awaited().toString())
          .isEqualTo("[Awaited[kind=1, name=number of records], Awaited[kind=2, name=sum of M]]");
    }
    assertThat(fixture.records(feed, csv))
        .containsExactly(
            FACT.formatted("8") + " stage=PAID figure=5000 valueColumn=M | cells M=5000",
            "TOTALS | cells M=1000 | prints 1   (line 5): =1",
            "TOTALS | prints 2  M (line 6): M=5000",
            "TOTALS | NUMBER_UNREADABLE line 7 R: expected a number such as 1,234.5 but found"
                + " \"Importe: mucho\"");
  }

  @Test
  void a_control_that_cannot_be_compared_refuses_the_file() {
    String[] dialect = {"dialect: {header: {rows: 2}}"};
    Feed number =
        fixture.feed(
            descriptor(
                dialect[0],
                "controls: {count: records, printed: {headerCell: 'Registros: (.*)'}}"));
    assertThat(fixture.refusal(number, "x.csv", "Registros: mil,", "R,M", "8,5"))
        .isEqualTo(
            "NUMBER_UNREADABLE controls: expected a number such as 1,234.5 for the number of records"
                + " but found \"mil\"");
    assertThat(fixture.refusal(number, "x.csv", "Registro,", "R,M", "8,5"))
        .isEqualTo(
            "HEADER_NOT_FOUND expected a header of the pattern Registros: (.*), found \"R\", \"M\"");
    Feed column =
        fixture.feed(descriptor("controls: {sum: N, printed: M, row: {column: R, equals: Suma}}"));
    assertThat(fixture.refusal(column, "x.csv", "R,M,N", "8,5,6"))
        .isEqualTo(
            "HEADER_NOT_FOUND controls: expected one of the value columns \"M\" but found \"N\"");
    assertThat(fixture.refusal(column, "x.csv", "R,M", "8,5"))
        .isEqualTo("HEADER_NOT_FOUND expected a column \"N\", found the header \"R\", \"M\"");
  }

  @Test
  void wrong_words_are_told_by_their_lines() {
    assertThat(
            fixture.faults(
                descriptor(
                    "totals: [{of: R}, {when: {column: R, equals: x}, of: {E: {colum: N}}}]",
                    "controls:",
                    "  - {count: rows, printed: M, row: {column: R, equals: x}}",
                    "  - {count: records, sum: M, printed: {fileName: '.*_(\\d+)'}}",
                    "  - {sum: M, printed: M}",
                    "  - {sum: M, printed: {headerCell: x}, row: {column: R, equals: x}}")))
        .containsExactly(
            "x.yaml:9: totals: expected the word \"when\" with a condition such as {column: X,"
                + " equals: Y}, or a list of such but found none",
            "x.yaml:9: unknown word \"colum\" in totals.of.\"E\"; expected one of column, constant,"
                + " fileName, headerCell, compose, pattern, pad, valueMap, aliases, slug, default,"
                + " assumed; did you mean \"column\"?",
            "x.yaml:11: controls.count: expected one of records but found \"rows\"",
            "x.yaml:12: controls: expected exactly one of count, sum but found count, sum",
            "x.yaml:13: controls: expected the word \"row\" with a condition such as {column: X,"
                + " equals: Y}, or a list of such but found none",
            "x.yaml:14: controls.row: expected it beside a column only");
  }

  @Test
  void facts_taken_once_are_marked_and_their_keys_are_the_columns_named() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R, programmeName: N}",
            "facts:",
            "  - {geography: G, value: M}",
            "  - {distinctOn: [R, X], component: X, value: T, when: {column: T, blank: false}}",
            "key: [G]");
    assertThat(fixture.records(feed, "R,N,G,M,X,T", "8,n,01,5,x,9", "8,n,02,6,,9"))
        .containsExactly(
            "STAGED | coverage programme=PEF:8/ (n of) year=2020 geography=01 figure=5 recordKey=01"
                + " valueColumn=M | coverage programme=PEF:8/ (n of) year=2020 component=part 'x'"
                + " figure=9 recordKey=1: 8 | x valueColumn=T | cells M=5 T=9 | once [2]",
            "STAGED | coverage programme=PEF:8/ (n of) year=2020 geography=02 figure=6 recordKey=02"
                + " valueColumn=M | coverage programme=PEF:8/ (n of) year=2020 component=part ''"
                + " figure=9 recordKey=1: 8 |  valueColumn=T | cells M=6 T=9 | once [2]");
  }

  @Test
  void what_tells_facts_apart_is_taken_from_the_columns_that_they_are_taken_once_for() {
    assertThat(
            fixture.faults(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "record: {agency: R, programmeName: N, component: {compose: [X, Y]}, note: Z}",
                "facts: [{distinctOn: [' R', Y], geography: G, value: M}]"))
        .containsExactly(
            "x.yaml:8: distinctOn: expected it to name \"X\" too, because component is taken from it",
            "x.yaml:8: distinctOn: expected it to name \"G\" too, because geography is taken from it");
  }
}
