package org.avance.extract.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.avance.extract.container.ZipBytes.deflated;
import static org.avance.extract.container.ZipBytes.gz;
import static org.avance.extract.container.ZipBytes.zeros;
import static org.avance.extract.container.ZipBytes.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.avance.issue.RefusedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What file a delivery's bytes hold, and that nothing is left behind. */
class UnpackedTest {
  private static final String CSV = "a,b\n1,2\n";
  private static final Packing SMALL =
      new Packing(new Limits(200, 3 << 20, 10), Packing.USUAL.entry());

  @TempDir Path folder;
  private final TemporaryFiles temporary = new TemporaryFiles();

  @AfterEach
  void no_temporary_file_is_left_behind() {
    assertThat(temporary.left()).isEmpty();
  }

  @Test
  void a_plain_file_is_itself_and_stays() throws Exception {
    Path file = write(bytes(CSV));
    try (Unpacked unpacked = Unpacked.of(file, Packing.USUAL)) {
      assertThat(unpacked.file()).isEqualTo(file);
    }
    assertThat(file).exists();
    assertThat(held(new byte[0])).isEmpty();
  }

  @Test
  void a_gz_of_one_or_several_members_is_unpacked_whatever_its_name() throws Exception {
    assertThat(held(gz(bytes(CSV)))).isEqualTo(CSV);
    assertThat(held(joined(gz(bytes("a,b\n")), gz(bytes("1,2\n"))))).isEqualTo(CSV);
    assertThat(held(gz(new byte[0]))).isEmpty();
  }

  @Test
  void the_one_file_of_a_zip_is_unpacked_and_litter_is_not_counted() throws Exception {
    assertThat(
            held(
                zip(
                    deflated("data/", ""),
                    deflated("data/x.csv", CSV),
                    deflated("data/.DS_Store", "."),
                    deflated("__MACOSX/data/._x.csv", "."),
                    deflated("Thumbs.db", "."))))
        .isEqualTo(CSV);
  }

  @Test
  void a_pattern_picks_one_file_of_several() throws Exception {
    byte[] two = zip(deflated("leeme.txt", "."), deflated("data/x.csv", CSV));
    assertThat(held(two, like(".*\\.csv"))).isEqualTo(CSV);
    assertThat(refusal(two, Packing.USUAL))
        .isEqualTo(
            "CONTAINER_CONTENT expected a zip of one file, found 2: \"leeme.txt\", \"data/x.csv\";"
                + " `entry` picks one by a pattern of its name [`entry: 'pattern'` that one of them has]");
    assertThat(refusal(two, like(".*")))
        .isEqualTo(
            "CONTAINER_CONTENT expected a zip of one file, found 2: \"leeme.txt\", \"data/x.csv\";"
                + " `entry` picks one by a pattern of its name [`entry: 'pattern'` that one of them has]");
    assertThat(refusal(two, like(".*x.*")))
        .isEqualTo(
            "CONTAINER_CONTENT expected a zip of one file like `.*x.*`, found 2: \"leeme.txt\", \"data/x.csv\";"
                + " `entry` picks one by a pattern of its name [`entry: 'pattern'` that one of them has]");
    assertThat(refusal(two, like("x\\.csv")))
        .isEqualTo(
            "CONTAINER_CONTENT expected a zip of one file like `x\\.csv`, found \"leeme.txt\", \"data/x.csv\""
                + " [one file like `x\\.csv`]");
  }

  @Test
  void a_zip_of_no_file_is_refused() {
    assertThat(refusal(zip(), Packing.USUAL))
        .isEqualTo("CONTAINER_CONTENT expected a zip of one file, found none [one file]");
    assertThat(refusal(zip(deflated("data/", "")), Packing.USUAL))
        .isEqualTo("CONTAINER_CONTENT expected a zip of one file, found none [one file]");
  }

  @Test
  void a_workbook_is_no_container_and_may_be_packed_like_any_file() throws Exception {
    byte[] workbook =
        zip(deflated("[Content_Types].xml", "<Types/>"), deflated("xl/workbook.xml", "<x/>"));
    Path file = write(workbook);
    try (Unpacked unpacked = Unpacked.of(file, Packing.USUAL)) {
      assertThat(unpacked.file()).isEqualTo(file);
    }
    for (byte[] packed : List.of(gz(workbook), zip(deflated("x.xlsx", workbook)))) {
      try (Unpacked unpacked = Unpacked.of(write(packed), Packing.USUAL)) {
        assertThat(unpacked.file()).hasBinaryContent(workbook);
      }
    }
  }

  @Test
  void a_file_that_is_packed_twice_is_refused() {
    byte[] zip = zip(deflated("x.csv", CSV));
    assertThat(refusal(gz(zip), Packing.USUAL))
        .isEqualTo(
            "CONTAINER_CONTENT expected a file that is packed once, found the file in the .gz, which is itself a .zip"
                + " [the file, or one .gz or .zip of it]");
    assertThat(refusal(gz(gz(bytes(CSV))), Packing.USUAL))
        .isEqualTo(
            "CONTAINER_CONTENT expected a file that is packed once, found the file in the .gz, which is itself a .gz"
                + " [the file, or one .gz or .zip of it]");
    assertThat(refusal(zip(deflated("lib 0.zip", zip)), Packing.USUAL))
        .isEqualTo(
            "CONTAINER_CONTENT expected a file that is packed once, found entry \"lib 0.zip\", which is itself a .zip"
                + " [the file, or one .gz or .zip of it]");
  }

  @Test
  void a_bomb_is_stopped_at_the_limit_and_a_raised_one_lets_it_through() throws Exception {
    byte[] bomb = gz(zeros(2 << 20));
    assertThat(refusal(bomb, SMALL))
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "CONTAINER_TOO_LARGE expected the .gz to unpack to at most 200 times its packed size of %,d bytes,"
                    + " found more; a higher `limits: {ratio: 200}` would allow it [a higher `limits: {ratio: 200}`]",
                bomb.length));
    Packing raised = new Packing(new Limits(1100, 3 << 20, 10), SMALL.entry());
    assertThat(held(bomb, raised)).hasSize(2 << 20);
    assertThat(refusal(gz(zeros((3 << 20) + 1)), raised))
        .isEqualTo(
            "CONTAINER_TOO_LARGE expected the .gz to unpack to at most 3 MB, found more;"
                + " a higher `limits: {bytes: 3 MB}` would allow it [a higher `limits: {bytes: 3 MB}`]");
    assertThat(refusal(zip(deflated("x", zeros(2 << 20))), SMALL))
        .startsWith("CONTAINER_TOO_LARGE expected entry \"x\" to unpack to at most 200 times");
  }

  @Test
  void a_zip_whose_directory_lies_leaves_nothing_behind() {
    assertThat(refusal(zip(deflated("x", zeros(2 << 20)).size(5)), SMALL))
        .isEqualTo(
            "CONTAINER_BROKEN expected entry \"x\" to hold the 5 bytes that the zip's directory states,"
                + " found more [a directory that states what the zip holds]");
  }

  @Test
  void a_gz_cut_off_anywhere_or_followed_by_other_bytes_is_refused() {
    String broken =
        "CONTAINER_BROKEN expected the .gz to be whole, found it cut off or damaged [the file as it was packed]";
    byte[] whole = joined(gz(bytes("a,b\n")), gz(bytes("1,2\n")));
    int first = gz(bytes("a,b\n")).length;
    for (int length = 2; length < whole.length; length++) {
      if (length != first) {
        assertThat(refusal(Arrays.copyOf(whole, length), SMALL)).as("%d", length).isEqualTo(broken);
      }
    }
    assertThat(refusal(joined(whole, bytes("x")), SMALL)).isEqualTo(broken);
    whole[first - 6]++;
    assertThat(refusal(whole, SMALL)).isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource({
    "x_2018.csv.gz, x_2018.csv",
    "x_2018.csv.ZIP, x_2018.csv",
    "a/x.csv.gz, a/x.csv",
    "x.csv, x.csv",
    "x.gzip, x.gzip",
    ".gz, .gz",
    "a/.zip, a/.zip",
  })
  void the_ending_of_a_container_is_no_part_of_the_files_name(String name, String within) {
    assertThat(Unpacked.name(name)).isEqualTo(within);
  }

  private static Packing like(String pattern) {
    return new Packing(Limits.USUAL, Pattern.compile(pattern));
  }

  private String held(byte[] bytes) throws Exception {
    return held(bytes, Packing.USUAL);
  }

  private String held(byte[] bytes, Packing packing) throws Exception {
    try (Unpacked unpacked = Unpacked.of(write(bytes), packing)) {
      return Files.readString(unpacked.file());
    }
  }

  private String refusal(byte[] bytes, Packing packing) {
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> Unpacked.of(write(bytes), packing).close());
    assertThat(refused).as("refused").isNotNull();
    return "%s %s [%s]"
        .formatted(refused.issue().code(), refused.getMessage(), refused.issue().accepted());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x"), bytes);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
