package org.avance.feed.mapping;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a word of a fact is made of: a source, then refinements in their order.
 *
 * @param assumed true where the file does not say so and the descriptor assumes it
 */
public record Origin(Source source, List<Refinement> refinements, boolean assumed) {
  public Origin {
    refinements = List.copyOf(refinements);
  }

  public static Origin constant(String text) {
    return new Origin(new Source.Constant(text), List.of(), false);
  }

  /** This origin, and those that its source is made of. */
  Stream<Origin> andNested() {
    return Stream.concat(Stream.of(this), source.nested().stream().flatMap(Origin::andNested));
  }

  /**
   * True where a value map names this text: then it is a value, though it may be a missing word.
   */
  boolean maps(String text) {
    return !refinements.isEmpty()
        && refinements.get(0) instanceof Refinement.ValueMap map
        && map.knows(text);
  }
}
