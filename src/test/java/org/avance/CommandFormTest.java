package org.avance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A command that a message, a page, an alert or the README names can be typed as it stands: by the
 * launcher, in the folder where that is.
 */
final class CommandFormTest {
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\w./-])(?<!Usage: )(?<!exec )(?<!avance )avance (run|runs|serve|schedule|show|files|freshness|trace|quarantine|restart|recover|rerun|backfill|replay|retract|reclassify|query|queries|feed|db|doctor|purge|alert)\\b(?!:)");

  /** In Javadoc a verb is a verb. */
  private static final Pattern COMMENT = Pattern.compile("\\s*(/\\*|\\*|//).*");

  @Test
  void every_command_is_told_in_one_form() throws IOException {
    try (Stream<Path> code = Files.walk(Path.of("src/main/java"));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      List<String> bare =
          Stream.concat(Stream.of(Path.of("README.md")), Stream.concat(code, docs))
              .filter(file -> file.toString().matches(".*\\.(java|md)"))
              .flatMap(CommandFormTest::lines)
              .toList();
      assertThat(bare).as("avance VERB where ./avance VERB is meant").isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !COMMENT.matcher(line).matches() && BARE.matcher(line).find())
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
