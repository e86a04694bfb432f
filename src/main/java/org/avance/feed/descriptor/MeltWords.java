package org.avance.feed.descriptor;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code melt}: which columns each become a record of their own. */
final class MeltWords {
  private static final Word<Pattern> COLUMNS =
      Word.needed("columns", Readers.PATTERN, "What the whole name of such a column is like.");

  static final Reader<Pattern> PATTERN =
      Words.of(COLUMNS)
          .as("a map of columns and their pattern", said -> Optional.of(said.get(COLUMNS)));

  private MeltWords() {}
}
