package org.avance.extract.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.avance.extract.container.ZipBytes.deflated;
import static org.avance.extract.container.ZipBytes.stored;
import static org.avance.extract.container.ZipBytes.zeros;
import static org.avance.extract.container.ZipBytes.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.avance.extract.container.ZipBytes.Entry;
import org.avance.issue.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a zip is refused before it costs anything, and what while it is read. */
class LimitedZipTest {
  private static final int TEN_MEGABYTES = 10 << 20;

  @TempDir Path folder;

  @Test
  void entries_are_listed_and_read_without_harm() throws Exception {
    Path file = file(zip(deflated("a/", ""), deflated("a/x.csv", "á,b"), stored("y", bytes("yy"))));
    try (LimitedZip zip = LimitedZip.open(file, Limits.USUAL)) {
      assertThat(zip.names()).containsExactly("a/x.csv", "y");
      assertThat(zip.entries()).hasSize(3);
      assertThat(zip.find("z")).isEmpty();
      assertThat(text(zip, "a/x.csv")).isEqualTo("á,b");
      assertThat(text(zip, "y")).isEqualTo("yy");
    }
  }

  @Test
  void an_entry_that_unpacks_to_many_times_its_size_is_refused_before_it_is_inflated() {
    Entry bomb = deflated("sheet1.xml", zeros(TEN_MEGABYTES));
    int packed = bomb.body().length;
    long times = Limits.ratio(TEN_MEGABYTES, packed);
    assertThat(times).isGreaterThan(1000);
    assertThat(refusal(Limits.USUAL, zip(deflated("x.csv", "a"), bomb)))
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "CONTAINER_TOO_LARGE expected entry \"sheet1.xml\" to unpack to at most 200 times its packed size,"
                    + " found %1$d times (10,485,760 bytes of %2$,d); `limits: {ratio: %1$d}` would allow it"
                    + " [`limits: {ratio: %1$d}`]",
                times,
                packed));
  }

  @Test
  void a_raised_ratio_lets_the_same_entry_through() throws Exception {
    Entry bomb = deflated("sheet1.xml", zeros(TEN_MEGABYTES));
    int ratio = (int) Limits.ratio(TEN_MEGABYTES, bomb.body().length);
    try (LimitedZip zip = LimitedZip.open(file(zip(bomb)), new Limits(ratio, 1 << 30, 10));
        InputStream in = zip.open(zip.entries().get(0))) {
      assertThat(in.skip(TEN_MEGABYTES + 1)).isEqualTo(TEN_MEGABYTES);
    }
  }

  @Test
  void a_megabyte_may_be_packed_as_well_as_it_can_be() throws Exception {
    LimitedZip.open(file(zip(deflated("x", zeros(1 << 20)))), new Limits(1, 1 << 20, 1)).close();
    assertThat(refusal(new Limits(1, 1 << 30, 1), zip(deflated("x", zeros((1 << 20) + 1)))))
        .startsWith("CONTAINER_TOO_LARGE expected entry \"x\" to unpack to at most 1 times");
  }

  @Test
  void sizes_beyond_the_limit_are_refused_by_entry_and_together() {
    Limits limits = new Limits(2000, 3 << 20, 10);
    assertThat(refusal(limits, zip(deflated("big.csv", zeros((3 << 20) + 1)))))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected entry \"big.csv\" to unpack to at most 3 MB, found 3,145,729 bytes;"
                + " `limits: {bytes: 4 MB}` would allow it [`limits: {bytes: 4 MB}`]");
    byte[] two = zip(deflated("a", zeros(2 << 20)), deflated("b", zeros(2 << 20)));
    assertThat(refusal(limits, two))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected the zip's entries together to unpack to at most 3 MB, found 4 MB;"
                + " `limits: {bytes: 4 MB}` would allow it [`limits: {bytes: 4 MB}`]");
  }

  @Test
  void a_header_that_states_the_largest_size_is_refused_by_it() {
    assertThat(refusal(Limits.USUAL, zip(deflated("x", "a").size(0xFFFF_FFFEL))))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected entry \"x\" to unpack to at most 200 times its packed size,"
                + " found 1431655765 times (4,294,967,294 bytes of 3); `limits: {ratio: 1431655765}` would allow it"
                + " [`limits: {ratio: 1431655765}`]");
  }

  @Test
  void a_header_that_states_less_than_the_entry_holds_is_found_out_at_that_size() throws Exception {
    byte[] lying = zip(deflated("x.csv", zeros(TEN_MEGABYTES)).size(1000));
    assertThat(refusalOfStream(lying))
        .isEqualTo(
            "CONTAINER_BROKEN expected entry \"x.csv\" to hold the 1,000 bytes that the zip's directory states,"
                + " found more [a directory that states what the zip holds]");
    try (LimitedZip zip = LimitedZip.open(file(lying), Limits.USUAL);
        InputStream in = zip.open(zip.entries().get(0))) {
      assertThat(in.readNBytes(999)).hasSize(999);
    }
  }

  @Test
  void a_header_that_states_more_or_another_checksum_is_found_out_at_the_end() {
    assertThat(refusalOfStream(zip(deflated("x", "abc").size(4))))
        .isEqualTo(
            "CONTAINER_BROKEN expected entry \"x\" to hold the 4 bytes that the zip's directory states,"
                + " found 3 [a directory that states what the zip holds]");
    assertThat(refusalOfStream(zip(deflated("x", "abc").crc(7))))
        .isEqualTo(
            "CONTAINER_BROKEN expected entry \"x\" to be whole, found it cut off or damaged"
                + " [the file as it was packed]");
  }

  @ParameterizedTest
  @CsvSource({
    "../x.csv, a path that leads out of it",
    "a/../../x.csv, a path that leads out of it",
    "a/.., a path that leads out of it",
    "/etc/x.csv, an absolute path",
    "C:x.csv, a path on a drive",
    "c:/x.csv, a path on a drive",
    "..\\x.csv, a path with a backslash",
    "\\\\host\\x.csv, a path with a backslash",
  })
  void a_name_that_leads_out_of_the_zip_is_refused(String name, String why) {
    assertThat(refusal(Limits.USUAL, zip(deflated("x.csv", "a"), deflated(name, "a"))))
        .isEqualTo(
            "CONTAINER_UNSAFE expected entry names within the zip's own folder, found \"%s\", %s [names such as folder/file.csv]"
                .formatted(name, why));
  }

  @Test
  void a_name_of_control_characters_or_of_none_is_refused_and_shown_without_them() {
    assertThat(refusal(Limits.USUAL, zip(deflated("a\u001b[2Jx", "a"))))
        .isEqualTo(
            "CONTAINER_UNSAFE expected entry names within the zip's own folder, found \"a\uFFFD[2Jx\","
                + " no name that a file can have [names such as folder/file.csv]");
    assertThat(refusal(Limits.USUAL, zip(deflated("", "a"))))
        .isEqualTo(
            "CONTAINER_UNSAFE expected entry names within the zip's own folder, found \"\","
                + " no name that a file can have [names such as folder/file.csv]");
  }

  @Test
  void names_with_dots_are_names() throws Exception {
    Path file = file(zip(deflated("a/..x", "a"), deflated("x..", "a"), deflated("...", "a")));
    LimitedZip.open(file, Limits.USUAL).close();
  }

  @Test
  void an_encrypted_entry_is_refused() {
    assertThat(refusal(Limits.USUAL, zip(deflated("x.csv", "a").flags(1))))
        .isEqualTo(
            "CONTAINER_ENCRYPTED expected a zip without a password, found the encrypted entry \"x.csv\""
                + " [a zip without a password]");
  }

  @Test
  void an_entry_of_another_method_is_refused() {
    assertThat(refusal(Limits.USUAL, zip(deflated("x.csv", "a").method(12))))
        .isEqualTo(
            "CONTAINER_BROKEN expected entries that are stored or deflated, found \"x.csv\" packed by method 12"
                + " [methods 0 (stored) and 8 (deflated)]");
  }

  @Test
  void a_name_that_stands_twice_is_refused() {
    assertThat(refusal(Limits.USUAL, zip(deflated("x.csv", "a"), deflated("x.csv", "b"))))
        .isEqualTo(
            "CONTAINER_UNSAFE expected each entry name once, found \"x.csv\" twice [names that differ]");
  }

  @Test
  void entries_that_share_their_bytes_are_refused() {
    assertThat(refusal(Limits.USUAL, zip(deflated("x.csv", "a"), deflated("y.csv", "a").at(0))))
        .isEqualTo(
            "CONTAINER_UNSAFE expected each entry to have bytes of its own, found \"y.csv\" within those of \"x.csv\""
                + " [entries that do not overlap]");
  }

  @Test
  void entries_beyond_the_limit_are_counted_and_refused() {
    Limits limits = new Limits(200, 1 << 30, 1000);
    assertThat(refusal(limits, zip(many(1001))))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected a zip of at most 1000 entries, found 1001;"
                + " `limits: {entries: 1001}` would allow it [`limits: {entries: 1001}`]");
  }

  @Test
  void a_directory_of_very_many_entries_is_not_read_to_its_end() {
    assertThat(refusal(new Limits(200, 1 << 30, 10), zip(many(50_000))))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected a zip of at most 10 entries, found a directory of many more;"
                + " a higher `limits: {entries: 10}` would allow it [a higher `limits: {entries: 10}`]");
  }

  @Test
  void a_zip_cut_off_anywhere_is_refused() throws Exception {
    byte[] whole = zip(deflated("x.csv", "a,b,c"), deflated("y.csv", "d,e,f"));
    for (int length = 0; length < whole.length; length++) {
      assertThat(refusal(Limits.USUAL, Arrays.copyOf(whole, length)))
          .isEqualTo(
              "CONTAINER_BROKEN expected the zip to be whole, found it cut off or damaged [the file as it was packed]");
    }
  }

  @Test
  void damaged_bytes_of_an_entry_are_found_out() {
    byte[] zip = zip(deflated("x.csv", "a,b,c"));
    zip[30 + "x.csv".length()] = (byte) 0xFF;
    assertThat(refusalOfStream(zip))
        .isEqualTo(
            "CONTAINER_BROKEN expected entry \"x.csv\" to be whole, found it cut off or damaged"
                + " [the file as it was packed]");
  }

  @Test
  void a_file_that_is_not_there_is_no_refusal() {
    assertThat(
            catchThrowableOfType(
                NoSuchFileException.class,
                () -> LimitedZip.open(folder.resolve("none"), Limits.USUAL)))
        .isNotNull();
  }

  @Test
  void a_foreign_readers_exception_still_holds_the_refusal() {
    RefusedFile refused = Refusals.encrypted("x");
    Throwable wrapped =
        new IllegalStateException(new UncheckedIOException(new RefusedStream(refused)));
    assertThat(RefusedStream.findIn(wrapped)).containsSame(refused);
    assertThat(RefusedStream.findIn(new IOException())).isEmpty();
  }

  private static Entry[] many(int count) {
    return IntStream.range(0, count).mapToObj(i -> deflated("x" + i, "a")).toArray(Entry[]::new);
  }

  private Path file(byte[] zip) {
    try {
      return Files.write(folder.resolve("x.zip"), zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String refusal(Limits limits, byte[] zip) {
    Path file = file(zip);
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> LimitedZip.open(file, limits).close());
    return shown(refused);
  }

  /** Of the first entry, while it is read. */
  private String refusalOfStream(byte[] bytes) {
    Path file = file(bytes);
    RefusedStream refused =
        catchThrowableOfType(
            RefusedStream.class,
            () -> {
              try (LimitedZip zip = LimitedZip.open(file, Limits.USUAL);
                  InputStream in = zip.open(zip.entries().get(0))) {
                in.readAllBytes();
              }
            });
    assertThat(refused).as("refused").isNotNull();
    return shown(refused.refused());
  }

  private static String shown(RefusedFile refused) {
    assertThat(refused).as("refused").isNotNull();
    return "%s %s [%s]"
        .formatted(refused.issue().code(), refused.getMessage(), refused.issue().accepted());
  }

  private static String text(LimitedZip zip, String name) throws IOException {
    try (InputStream in = zip.open(zip.find(name).orElseThrow())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
