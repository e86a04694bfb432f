package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  /** SHA-256 of "abc", as FIPS 180 prints it. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }

  @Test
  void a_file_is_known_by_the_digest_of_its_bytes() throws IOException {
    assertThat(Archive.digest(file("abc"))).isEqualTo(ABC);
  }

  @Test
  void a_file_is_kept_under_its_digest_once() throws IOException {
    Archive archive = new Archive(folder.resolve("archive"));
    assertThat(archive.keep(file("abc"), ABC)).isTrue();
    assertThat(archive.keep(file("abc"), ABC)).isTrue();
    assertThat(kept()).containsExactly("archive/ba/" + ABC);
    assertThat(archive.file(ABC)).hasContent("abc");
  }

  @Test
  void a_file_that_changed_meanwhile_is_not_kept() throws IOException {
    Archive archive = new Archive(folder.resolve("archive"));
    assertThat(archive.keep(file("abcd"), ABC)).isFalse();
    assertThat(kept()).isEmpty();
  }
}
