package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.avance.extract.container.ZipBytes.deflated;
import static org.avance.extract.container.ZipBytes.gz;
import static org.avance.extract.container.ZipBytes.zip;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.extract.container.TemporaryFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency may pack its files: what a feed takes, by which name, and up to which limits. */
class PackedFilesTest {
  private static final String CSV = "R,F\n1,5\n";
  private static final String STAGED =
      "STAGED | coverage programme=PEF:1/ year=2018 figure=5 valueColumn=F | cells F=5";

  @TempDir Path folder;
  private FeedFixture fixture;
  private final TemporaryFiles temporary = new TemporaryFiles();

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  @AfterEach
  void no_temporary_file_is_left_behind() {
    assertThat(temporary.left()).isEmpty();
  }

  private Feed feed(String... more) {
    return fixture.feed(
        "kind: coverage",
        "edition: {fileName: 'x_(?<edition>\\d{4})\\.csv'}",
        "record: {agency: R}",
        "facts: [{value: F}]",
        String.join("\n", more));
  }

  private Path file(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_packed_file_is_taken_and_read_as_the_file_within() throws Exception {
    Feed feed = feed("layouts: [{name: named, when: {fileName: 'x_.*\\.csv'}}]");
    for (Path packed :
        List.of(
            file("x_2018.csv.gz", gz(bytes(CSV))),
            file("x_2018.csv.zip", zip(deflated("other name.csv", CSV))))) {
      String name = packed.getFileName().toString();
      assertThat(feed.takes(name)).isTrue();
      assertThat(feed.takesName(name)).isTrue();
      assertThat(feed.edition(name).year()).isEqualTo(2018);
      assertThat(fixture.recordsIn(feed, packed)).containsExactly(STAGED);
    }
    assertThat(feed.takes("x_2018.txt.gz")).isFalse();
    assertThat(feed.takes("x_2018.csv.gz.gz")).isFalse();
  }

  @Test
  void a_glob_may_name_the_packed_file_itself() {
    Feed packed =
        fixture
            .catalogue(
                """
        feed: x
        title: T
        agency: A
        files: [in/*.csv.gz, out/*.zip]
        kind: coverage
        edition: {constant: '2018'}
        record: {agency: R}
        facts: [{value: F}]
        """)
            .feeds()
            .get(0);
    assertThat(packed.takes("in/x.csv.gz")).isTrue();
    assertThat(packed.takes("out/x.zip")).isTrue();
    assertThat(packed.takes("in/x.csv")).isFalse();
    assertThat(packed.takes("in/x.csv.zip")).isFalse();
  }

  @Test
  void a_bomb_is_refused_and_the_feeds_own_limit_may_let_it_through() throws Exception {
    byte[] repeated = bytes("R,F\n" + "1,5\n".repeat(500_000));
    Path file = file("x_2018.csv.gz", gz(repeated));
    assertThat(fixture.refusalOf(feed(), file))
        .startsWith("CONTAINER_TOO_LARGE expected the .gz to unpack to at most 200 times");
    assertThat(fixture.refusalOf(feed("limits: {bytes: 1 MB}"), file))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected the .gz to unpack to at most 1 MB, found more;"
                + " a higher `limits: {bytes: 1 MB}` would allow it");
    try (OpenFile open = feed("limits: {ratio: 2000, bytes: 2 MB}").open(file, "x_2018.csv.gz")) {
      assertThat(open.next().orElseThrow().raw()).isEqualTo("1,5");
    }
  }

  @Test
  void the_word_entry_picks_a_file_of_a_zip() throws Exception {
    Path file = file("x_2018.csv.zip", zip(deflated("d/leeme.txt", "."), deflated("d/x.csv", CSV)));
    assertThat(fixture.recordsIn(feed("entry: '.*\\.csv'"), file)).containsExactly(STAGED);
    assertThat(fixture.refusalOf(feed(), file))
        .isEqualTo(
            "CONTAINER_CONTENT expected a zip of one file, found 2: \"d/leeme.txt\", \"d/x.csv\";"
                + " `entry` picks one by a pattern of its name");
    assertThat(fixture.refusalOf(feed("limits: {entries: 1}"), file))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected a zip of at most 1 entries, found 2;"
                + " `limits: {entries: 2}` would allow it");
  }

  @Test
  void a_file_whose_table_is_refused_leaves_nothing_behind() throws Exception {
    assertThat(fixture.refusalOf(feed(), file("x_2018.csv.gz", gz(bytes("R,G\n1,5\n")))))
        .isEqualTo("HEADER_NOT_FOUND expected a column \"F\", found the header \"R\", \"G\"");
  }

  @Test
  void a_side_file_may_be_packed_under_the_name_that_the_lookup_states() throws Exception {
    file("side.csv.gz", gz(bytes("R,Unidad\n1,Personas\n")));
    Feed feed =
        fixture.feed(
            "kind: coverage",
            "edition: {constant: '2018'}",
            "lookups: [{name: units, files: side.csv.gz, key: R, by: R}]",
            "record: {agency: R, unit: {lookup: units, column: Unidad}}",
            "facts: [{value: F}]");
    assertThat(fixture.recordsOf(feed, "x.csv", "R,F", "1,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:1/ year=2018 unit=Personas figure=5 valueColumn=F | cells F=5");
  }

  @Test
  void wrong_words_are_told() {
    assertThat(
            fixture.faults(
                "limits: {ratio: 0, bytes: 4 gigas, entrys: 3}",
                "entry: '['",
                "kind: coverage",
                "edition: {constant: '2018'}",
                "record: {agency: R}",
                "facts: [{value: F}]"))
        .containsExactly(
            "x.yaml:5: unknown word \"entrys\" in limits; expected one of ratio, bytes, entries; did you mean \"entries\"?",
            "x.yaml:5: limits.ratio: expected a whole number of 1 or more but found \"0\"",
            "x.yaml:5: limits.bytes: expected a size such as 500 MB or 4 GB but found \"4 gigas\"",
            "x.yaml:6: entry: expected a regular expression (Unclosed character class near position 0) but found \"[\"");
  }
}
