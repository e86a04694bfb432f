package org.avance.feed.mapping;

import java.util.Map;
import java.util.Optional;
import org.avance.feed.text.Texts;

/** A step from the printed text of a word to the text it takes. */
public sealed interface Refinement
    permits Extract, Slug, Refinement.Pad, Refinement.ValueMap, Refinement.Aliases {

  /** The refined text; empty where it is not of the form that this step takes. */
  Optional<String> refine(String text);

  /** Fills a text up from the left. */
  record Pad(int length, char with) implements Refinement {
    @Override
    public Optional<String> refine(String text) {
      return Optional.of(String.valueOf(with).repeat(Math.max(0, length - text.length())) + text);
    }
  }

  /**
   * Replaces printed words; a text that it does not know passes unchanged unless there is a
   * fallback.
   *
   * @param byKey from {@link Texts#key} of what is printed; {@value #ANY} is the fallback
   */
  record ValueMap(Map<String, String> byKey) implements Refinement {
    public static final String ANY = "*";

    public ValueMap {
      byKey = Map.copyOf(byKey);
    }

    @Override
    public Optional<String> refine(String text) {
      String mapped = byKey.get(Texts.key(text));
      return Optional.of(mapped == null ? byKey.getOrDefault(ANY, text) : mapped);
    }

    boolean knows(String text) {
      return byKey.containsKey(Texts.key(text));
    }
  }

  /**
   * Labels printed in several ways, each with the one they are read as; every use is noted, with
   * the printed text.
   *
   * @param byKey from {@link Texts#key} of what is printed
   */
  record Aliases(Map<String, String> byKey) implements Refinement {
    public Aliases {
      byKey = Map.copyOf(byKey);
    }

    @Override
    public Optional<String> refine(String text) {
      return Optional.of(byKey.getOrDefault(Texts.key(text), text));
    }
  }
}
