package org.avance.feed.descriptor;

import java.util.Optional;
import java.util.function.Function;
import org.avance.extract.yaml.YamlNode;

/**
 * Reads one value of a descriptor.
 *
 * @param expected what messages say was expected: {@code true or false}
 * @param shape what editors are told of it
 */
record Reader<T>(String expected, Reading<T> reading, Shape shape) {

  /** A reader whose values editors are told nothing of. */
  Reader(String expected, Reading<T> reading) {
    this(expected, reading, Shape.ANY);
  }

  /** From a node to its value; empty once a fault has been added. */
  @FunctionalInterface
  interface Reading<T> {
    Optional<T> read(YamlNode node, Spot spot);
  }

  Optional<T> read(YamlNode node, Spot spot) {
    return reading.read(node, spot);
  }

  /** The same, of which editors are told more. */
  Reader<T> shaped(Shape known) {
    return new Reader<>(expected, reading, known);
  }

  <R> Reader<R> map(Function<T, R> then) {
    return new Reader<>(expected, (node, spot) -> read(node, spot).map(then), shape);
  }
}
