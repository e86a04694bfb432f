package org.avance.feed.descriptor;

import java.util.List;
import java.util.Optional;
import org.avance.extract.yaml.YamlMap;
import org.avance.feed.mapping.Condition;
import org.avance.feed.mapping.Fallback;

/**
 * {@code default}: what a word takes where its origin is blank. A text, or a list of texts with
 * their conditions, of which the first that holds is taken.
 */
final class FallbackWords {
  private static final Word<String> THEN =
      Word.needed("then", Readers.ANY_TEXT, "The text taken where the cell is blank.");
  private static final Word<List<Condition>> WHEN =
      Word.optional(
          "when", ConditionWords.CONDITIONS, List.of(), "What a record must be to take it.");
  private static final Word<Boolean> ASSUMED =
      Word.optional(
          "assumed", Readers.BOOLEAN, false, "true where the file does not say so: views show it.");

  private static final Reader<Fallback> MAP =
      Words.of(THEN, WHEN, ASSUMED)
          .as(
              "a text, or a map of then, when and assumed",
              said -> Optional.of(new Fallback(said.get(WHEN), said.get(THEN), said.get(ASSUMED))));

  static final Word<List<Fallback>> DEFAULT =
      Word.optional(
          "default",
          Readers.listOf(
              new Reader<>(
                  MAP.expected(),
                  (node, spot) ->
                      node instanceof YamlMap
                          ? MAP.read(node, spot)
                          : Readers.ANY_TEXT
                              .read(node, spot)
                              .map(text -> new Fallback(List.of(), text, false)))),
          List.of(),
          "What is taken where the cell is blank or holds a missing word.");

  private FallbackWords() {}
}
