package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.avance.issue.RefusedFile;
import org.avance.model.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which form a file has, which edition it is, and whether its header will do. */
class LayoutsTest {
  private static final String HEAD = "coverage programme=PEF:1/ year=2020";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private Feed layouts() {
    return fixture.feed(
        "kind: coverage",
        "edition: {constant: '2020'}",
        "dialect: {delimiter: ';', header: {rows: 1}}",
        "record: {agency: R, unit: U}",
        "facts: [{value: F}]",
        "layouts:",
        "  - {name: wide, when: {header: [F2]}, facts: [{value: F}, {value: F2}]}",
        "  - {name: tabbed, when: {fileName: '.*\\.tsv'}, dialect: {delimiter: tab}, record: {unit: V}}",
        "  - {name: marked, when: {header: [R, Unidad]}, record: {unit: Unidad}}");
  }

  @Test
  void a_layout_lays_its_own_words_over_the_feeds() throws Exception {
    Feed feed = layouts();
    assertThat(fixture.records(feed, "R;U;F;F2", "1;u;5;6"))
        .containsExactly(
            "STAGED | "
                + HEAD
                + " unit=u figure=5 valueColumn=F | "
                + HEAD
                + " unit=u figure=6 valueColumn=F2 | cells F=5 F2=6");
    assertThat(fixture.recordsOf(feed, "x.tsv", "R\tV\tF", "1\tv\t5"))
        .containsExactly("STAGED | " + HEAD + " unit=v figure=5 valueColumn=F | cells F=5");
    assertThat(fixture.records(feed, "R;Unidad;F", "1;w;5"))
        .containsExactly("STAGED | " + HEAD + " unit=w figure=5 valueColumn=F | cells F=5");
    Path file = fixture.write("x.tsv", "R\tV\tF");
    try (OpenFile open = feed.open(file, "x.tsv")) {
      assertThat(open.layout()).isEqualTo("tabbed");
      assertThat(open.valueColumns()).containsExactly("F");
    }
  }

  @Test
  void a_file_of_no_layout_is_told_what_each_of_them_needs() {
    assertThat(fixture.refusal(layouts(), "x.csv", "R;U;F"))
        .isEqualTo(
            "LAYOUT_UNKNOWN expected a file of one of the layouts"
                + " wide (needs \"F2\", found \"R\", \"U\", \"F\");"
                + " tabbed (needs a file name like .*\\.tsv, found x.csv);"
                + " marked (needs \"Unidad\", found \"R\", \"U\", \"F\")");
  }

  @Test
  void where_no_test_matches_it_is_told_what_they_need_and_which_layout_was_taken_instead() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R, unit: U}",
            "layouts:",
            "  - {name: wide, when: {header: [F 2020]}, facts: [{value: F 2020}]}",
            "  - {name: narrow, facts: [{value: F}]}");
    String long2021 = "Comentarios / observaciones sobre la población programada 2021";
    assertThat(fixture.refusal(feed, "x.csv", "R,U,F 2021," + long2021))
        .isEqualTo(
            "HEADER_NOT_FOUND of the layouts, wide needs \"F 2020\"; so it was read as narrow:"
                + " expected a column \"F\", found the header \"R\", \"U\", \"F 2021\", \""
                + long2021
                + "\"");
  }

  @Test
  void a_header_that_lacks_columns_is_told_all_of_them_and_the_nearest_names() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: Ramo, programmeName: Programa, unit: Unidad, note: Zzzzzz}",
            "facts: [{value: Cuantificación}]",
            "key: Ramo");
    assertThat(fixture.refusal(feed, "x.csv", "ramo,Programa,Unidades,Cuantificacion"))
        .startsWith("HEADER_NOT_FOUND expected a column ")
        .contains("\"Ramo\"", "\"Unidad\"", "\"Zzzzzz\"", "\"Cuantificación\"")
        .contains("found the header \"ramo\", \"Programa\", \"Unidades\", \"Cuantificacion\"")
        .contains("for \"Cuantificación\", is it \"Cuantificacion\"?")
        .contains("for \"Unidad\", is it \"Unidades\"?")
        .doesNotContain("for \"Zzzzzz\"");
  }

  @Test
  void a_used_column_stands_once_in_the_header_and_an_unused_one_may_stand_twice() {
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2020'}",
            "record: {agency: R}",
            "facts: [{value: F}]");
    assertThat(fixture.refusal(feed, "x.csv", "R,F, F"))
        .isEqualTo(
            "HEADER_DUPLICATE expected each column once, found more than one \"F\" in the header"
                + " \"R\", \"F\", \"F\"");
    assertThat(fixture.records(feed, "R,F,N,N", "1,5,a,b"))
        .containsExactly("STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5");
  }

  @Test
  void the_header_stands_where_the_dialect_says() {
    String[] rest = {
      "kind: coverage", "edition: {constant: '2020'}", "record: {agency: R}", "facts: [{value: F}]"
    };
    String staged = "STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5";
    assertThat(
            fixture.records(
                fixture.feed("dialect: {header: {containing: [R, F]}}", String.join("\n", rest)),
                "Informe,",
                "R,F",
                "1,5"))
        .containsExactly(staged);
    assertThat(
            fixture.records(
                fixture.feed("dialect: {header: {matching: '^R$'}}", String.join("\n", rest)),
                "Informe,",
                "R,F",
                "1,5"))
        .containsExactly(staged);
    assertThat(
            fixture.records(
                fixture.feed("dialect: {header: {names: [R, F]}}", String.join("\n", rest)), "1,5"))
        .containsExactly(staged);
    assertThat(
            fixture.records(
                fixture.feed(
                    "dialect: {headerRows: [2], commentChar: '#', commentRows: [3], quoteChar: none}",
                    String.join("\n", rest)),
                "a,b",
                "R,F",
                "# x",
                "1,6",
                "1,5"))
        .containsExactly(staged);
  }

  @Test
  void an_edition_is_a_text_that_sorts_and_its_year() throws Exception {
    Feed feed = edition("{fileName: 'x_(?<edition>.+)\\.csv'}");
    assertThat(feed.edition("x_2020.csv")).isEqualTo(new Edition("2020", 2020));
    assertThat(feed.edition("x_2020-03.csv")).isEqualTo(new Edition("2020-03", 2020));
    assertThat(feed.edition("x_abc12345.csv")).isEqualTo(new Edition("abc12345", 0));
    assertThat(refused(feed, "y.csv"))
        .isEqualTo(
            "expected a file name that states its edition (x_(?<edition>.+)\\.csv), found"
                + " \"y.csv\"");
    assertThat(refused(feed, "x_2023-2024.csv"))
        .isEqualTo("expected an edition of one year, found \"2023-2024\"");
    assertThat(edition("{constant: '2020'}").edition("any")).isEqualTo(new Edition("2020", 2020));
  }

  @Test
  void an_edition_may_be_composed_so_that_it_sorts() throws Exception {
    Feed feed =
        edition(
            "{compose: [{fileName: '.*_(\\d{4})\\.csv'}, {constant: ' '}, {fileName: '.*_(Q[1-4])_.*'}]}");
    assertThat(feed.edition("x_Q1_2016.csv")).isEqualTo(new Edition("2016 Q1", 2016));
    assertThat(refused(feed, "x_Q5_2016.csv"))
        .isEqualTo(
            "expected a file name that states its edition (.*_(\\d{4})\\.csv and .*_(Q[1-4])_.*),"
                + " found \"x_Q5_2016.csv\"");
  }

  @Test
  void a_school_year_is_named_by_the_end_that_the_descriptor_says() throws Exception {
    String name = "{fileName: 'x_(.+)\\.csv', yearEnd: ";
    assertThat(edition(name + "first}").edition("x_2023-2024.csv"))
        .isEqualTo(new Edition("2023-2024", 2023));
    assertThat(edition(name + "last}").edition("x_2023-2024.csv"))
        .isEqualTo(new Edition("2023-2024", 2024));
  }

  @Test
  void a_feed_without_edition_is_ordered_by_arrival_and_its_facts_state_their_year()
      throws Exception {
    Feed feed =
        fixture.feed("kind: coverage", "record: {agency: R, year: Y}", "facts: [{value: F}]");
    assertThat(feed.edition("any.csv")).isEqualTo(Edition.BY_ARRIVAL);
    assertThat(fixture.records(feed, "R,F,Y", "1,5,2020"))
        .containsExactly("STAGED | " + HEAD + " figure=5 valueColumn=F | cells F=5");
  }

  @Test
  void an_edition_without_year_needs_a_year_in_the_record() {
    assertThat(fixture.refusal(edition("{fileName: '(.+)\\.csv'}"), "abc.csv", "R,F"))
        .isEqualTo(
            "FILE_NAME_UNREADABLE expected an edition that names a year, found none in the file name"
                + " \"abc.csv\"");
  }

  @Test
  void mapping_is_the_same_in_whatever_order_rows_come() throws Exception {
    Feed feed = layouts();
    Path file = fixture.write("x.csv", "R;U;F;F2", "1;a;5;6", "2;b;7;8");
    try (OpenFile open = feed.open(file, "x.csv")) {
      var first = open.next().orElseThrow();
      var second = open.next().orElseThrow();
      var late = open.map(second);
      open.map(first);
      assertThat(open.map(second)).isEqualTo(late);
      assertThat(late.facts()).extracting(Fact::valueColumn).containsExactly("F", "F2");
    }
  }

  private Feed edition(String edition) {
    return fixture.feed(
        "kind: coverage", "edition: " + edition, "record: {agency: R}", "facts: [{value: F}]");
  }

  private static String refused(Feed feed, String fileName) {
    return catchThrowableOfType(RefusedFile.class, () -> feed.edition(fileName)).issue().message();
  }
}
