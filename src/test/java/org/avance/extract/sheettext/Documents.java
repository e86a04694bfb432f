package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;

/** Documents written to a folder and read back, under a name that says nothing. */
record Documents(Path folder) {

  /** Each line behind the place where it stands. */
  List<String> lines(byte[] bytes) throws Exception {
    return placed(SheetTexts.read(file(bytes)));
  }

  static List<String> placed(SheetText text) {
    for (int i = 0; i < text.lines().size(); i++) {
      assertThat(text.lines().get(i).number()).isEqualTo(i + 1L);
    }
    return text.lines().stream().map(line -> line.where() + ": " + line.text()).toList();
  }

  /** Code, line, what was found, message, and what would have been accepted. */
  String refusal(byte[] bytes) throws IOException {
    return refusal(bytes, Limits.STANDARD);
  }

  String refusal(byte[] bytes, Limits limits) throws IOException {
    Path file = file(bytes);
    RefusedFile refused =
        catchThrowableOfType(RefusedFile.class, () -> SheetTexts.read(file, limits));
    assertThat(refused).as("refused").isNotNull();
    Issue issue = refused.issue();
    return "%s | %d | %s | %s | %s"
        .formatted(
            issue.code(), issue.where().line(), issue.found(), issue.message(), issue.accepted());
  }

  Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("sheet"), bytes);
  }
}
