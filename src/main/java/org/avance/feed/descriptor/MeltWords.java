package org.avance.feed.descriptor;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code melt}: which columns each become a record of their own. */
final class MeltWords {
  private static final Word<Pattern> COLUMNS =
      Word.needed("columns", withGroups(), "What the whole name of such a column is like.");

  static final Reader<Pattern> PATTERN =
      Words.of(COLUMNS)
          .as("a map of columns and their pattern", said -> Optional.of(said.get(COLUMNS)));

  private MeltWords() {}

  /** Without a named group nothing would tell the facts of two columns apart. */
  private static Reader<Pattern> withGroups() {
    String expected = "a regular expression with named groups such as (?<year>\\d{4})";
    return new Reader<>(
        expected,
        (node, spot) -> {
          Optional<Pattern> pattern = Readers.PATTERN.read(node, spot);
          boolean nameless = pattern.isPresent() && Groups.named(pattern.get()).isEmpty();
          return nameless ? spot.expected(expected, node) : pattern;
        },
        Shape.TEXT);
  }
}
