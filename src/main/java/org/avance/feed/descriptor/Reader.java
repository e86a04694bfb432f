package org.avance.feed.descriptor;

import java.util.Optional;
import java.util.function.Function;
import org.avance.extract.yaml.YamlNode;

/**
 * Reads one value of a descriptor.
 *
 * @param expected what messages say was expected: {@code true or false}
 */
record Reader<T>(String expected, Reading<T> reading) {

  /** From a node to its value; empty once a fault has been added. */
  @FunctionalInterface
  interface Reading<T> {
    Optional<T> read(YamlNode node, Spot spot);
  }

  Optional<T> read(YamlNode node, Spot spot) {
    return reading.read(node, spot);
  }

  <R> Reader<R> map(Function<T, R> then) {
    return new Reader<>(expected, (node, spot) -> read(node, spot).map(then));
  }
}
