package org.avance.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code docs/issues.md} says of the codes is what the code says. */
class IssueDocsTest {
  @Test
  void the_page_lists_every_code_with_its_severity_sentence_and_remedy() throws Exception {
    List<String> listed =
        Files.readAllLines(Path.of("docs", "issues.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();
    List<String> known = Arrays.stream(IssueCode.values()).map(IssueDocsTest::row).toList();
    assertThat(listed).isEqualTo(known);
  }

  private static String row(IssueCode code) {
    return "| `%s` | %s | %s | %s |"
        .formatted(code, code.severity(), code.sentence(), code.remedy());
  }
}
