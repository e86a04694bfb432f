package org.avance.feed.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.avance.feed.mapping.Condition;
import org.avance.feed.mapping.Condition.Test;
import org.avance.feed.text.Texts;

/** {@code {column: X, equals: …}}: a test of a record. Several in a list must all hold. */
final class ConditionWords {
  private static final Word<String> COLUMN =
      Word.needed("column", Readers.TEXT, "The column whose cell is tested.");
  private static final Word<List<String>> EQUALS =
      Word.maybe("equals", Readers.listOf(Readers.TEXT), "One of these words.");
  private static final Word<Pattern> MATCHING =
      Word.maybe("matching", Readers.PATTERN, "The whole cell is of this pattern.");
  private static final Word<Boolean> BLANK =
      Word.maybe("blank", Readers.BOOLEAN, "The cell is blank, or is not.");

  static final Reader<List<Condition>> CONDITIONS =
      Readers.listOf(
          Words.of(COLUMN, EQUALS, MATCHING, BLANK)
              .as("a condition such as {column: X, equals: Y}", ConditionWords::condition)
              .shaped(
                  Shape.of(Words.of(COLUMN, EQUALS, MATCHING, BLANK))
                      .withOneOf(EQUALS, MATCHING, BLANK)
                      .named("condition")));

  private ConditionWords() {}

  private static Optional<Condition> condition(Said said) {
    return said.exactlyOne(EQUALS, MATCHING, BLANK)
        .map(word -> new Condition(said.get(COLUMN), test(said)));
  }

  private static Test test(Said said) {
    Optional<Test> equal =
        said.find(EQUALS)
            .map(words -> words.stream().map(Texts::key).collect(Collectors.toSet()))
            .map(Condition.Equals::new);
    return equal
        .or(() -> said.find(MATCHING).map(Condition.Matching::new))
        .orElseGet(() -> new Condition.Blank(said.get(BLANK)));
  }
}
