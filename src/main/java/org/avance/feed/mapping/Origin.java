package org.avance.feed.mapping;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.avance.feed.mapping.Refinement.ValueMap;

/**
 * What a word of a fact is made of: a source, then refinements in their order; where that is blank,
 * the first fallback that may be taken.
 *
 * @param assumed true where the file does not say so and the descriptor assumes it
 */
public record Origin(
    Source source, List<Refinement> refinements, List<Fallback> fallbacks, boolean assumed) {
  public Origin {
    refinements = List.copyOf(refinements);
    fallbacks = List.copyOf(fallbacks);
  }

  public static Origin of(Source source) {
    return new Origin(source, List.of(), List.of(), false);
  }

  public static Origin constant(String text) {
    return of(new Source.Constant(text));
  }

  /** The same with one more refinement, the last. */
  public Origin then(Refinement another) {
    return new Origin(
        source,
        Stream.concat(refinements.stream(), Stream.of(another)).toList(),
        fallbacks,
        assumed);
  }

  /** The same from another source, every condition replaced. */
  Origin with(Source another, UnaryOperator<Condition> checked) {
    List<Fallback> replaced =
        fallbacks.stream()
            .map(
                each ->
                    new Fallback(
                        each.when().stream().map(checked).toList(), each.text(), each.assumed()))
            .toList();
    return new Origin(another, refinements, replaced, assumed);
  }

  /** This origin, and those that its source is made of. */
  Stream<Origin> andNested() {
    return Stream.concat(Stream.of(this), source.nested().stream().flatMap(Origin::andNested));
  }

  /**
   * True where a value map names this text: then it is a value, though it may be a missing word.
   */
  boolean maps(String text) {
    return !refinements.isEmpty() && refinements.get(0) instanceof ValueMap map && map.knows(text);
  }

  /** Names of the record's columns that the text comes from. */
  public Stream<String> columns() {
    return andNested()
        .map(Origin::source)
        .filter(Source.Column.class::isInstance)
        .map(each -> ((Source.Column) each).name());
  }

  /** Whether a record may take something here that the file does not say. */
  boolean mayAssume() {
    return assumed
        || fallbacks.stream().anyMatch(Fallback::assumed)
        || source.nested().stream().anyMatch(Origin::mayAssume);
  }
}
