package org.avance.feed.descriptor;

import java.util.Map;
import java.util.TreeMap;
import org.avance.feed.mapping.Refinement.Aliases;
import org.avance.feed.text.Texts;

/** Labels that are one, printed in several ways: {@code {Persona: Personas}}. */
final class AliasWords {
  static final Reader<Aliases> ALIASES = Readers.mapOf(Readers.TEXT).map(AliasWords::aliases);

  static final Word<Aliases> OF_A_WORD =
      Word.maybe("aliases", ALIASES, "From labels printed to those they are read as.");

  private AliasWords() {}

  private static Aliases aliases(Map<String, String> printed) {
    Map<String, String> byKey = new TreeMap<>();
    printed.forEach((from, to) -> byKey.put(Texts.key(from), to));
    return new Aliases(byKey);
  }
}
