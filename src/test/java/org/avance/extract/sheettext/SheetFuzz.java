package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.issue.RefusedFile;
import org.avance.issue.Severity;

/**
 * Any bytes as a document, for a fuzzer and for {@link SheetFuzzTest}: refused by an issue of ours,
 * or lines that are numbered without a gap, each on a page that does not go back.
 */
public final class SheetFuzz {
  private static final Path FILE = folder().resolve("sheet");

  private SheetFuzz() {}

  private static Path folder() {
    try {
      return Files.createDirectories(Path.of("target", "sheet-fuzz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jazzer calls this. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Files.write(FILE, input);
    try {
      check(SheetTexts.read(FILE).lines());
    } catch (RefusedFile refused) {
      assertThat(refused.issue().severity()).isEqualTo(Severity.ERROR);
      assertThat(refused.issue().message()).isNotBlank();
    }
    Markup.plain(new String(input, StandardCharsets.UTF_8));
  }

  private static void check(List<SheetLine> lines) {
    assertThat(lines).anyMatch(line -> !line.text().isBlank());
    SheetLine last = new SheetLine(lines.get(0).page(), 0, 0, "");
    for (SheetLine line : lines) {
      assertThat(line.number()).isEqualTo(last.number() + 1);
      assertThat(line.page()).isGreaterThanOrEqualTo(last.page());
      assertThat(line.place()).isEqualTo(line.page() == last.page() ? last.place() + 1 : 1);
      assertThat(line.text()).doesNotContainPattern("[\n\r\f\u2028\u2029]");
      assertThat(line.cells()).isNotEmpty();
      last = line;
    }
  }
}
