package org.avance.feed.descriptor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/** The words that one map of the language takes. */
record Words(List<Word<?>> words) {

  static Words of(Word<?>... words) {
    return new Words(List.of(words));
  }

  List<String> names() {
    return words.stream().map(Word::name).toList();
  }

  /**
   * Reads a map of these words, then makes a value of what it says, unless anything in it is wrong.
   */
  <T> Reader<T> as(String expected, Function<Said, Optional<T>> value) {
    return new Reader<>(
        expected,
        (node, spot) -> {
          int before = spot.faults().count();
          Optional<T> made = read(node, spot).flatMap(value);
          return spot.faults().count() == before ? made : Optional.empty();
        },
        Shape.of(this));
  }

  /** What a map says where nothing in it is wrong; empty where anything is. */
  Optional<Said> read(YamlNode node, Spot spot) {
    int before = spot.faults().count();
    return said(node, spot).filter(said -> spot.faults().count() == before);
  }

  /** What is sound in a map, though something else be wrong, so that all its faults are found. */
  Optional<Said> said(YamlNode node, Spot spot) {
    if (!(node instanceof YamlMap map)) {
      return spot.expected("a map of the words " + String.join(", ", names()), node);
    }
    Map<String, Object> values = new HashMap<>();
    refuseUnknown(map, spot);
    for (Word<?> word : words) {
      read(word, map, spot).ifPresent(value -> values.put(word.name(), value));
    }
    return Optional.of(new Said(map, spot, values));
  }

  private void refuseUnknown(YamlMap map, Spot spot) {
    List<String> known = names();
    map.entries().keySet().stream()
        .filter(key -> !known.contains(key.text()))
        .forEach(key -> spot.unknownWord(key.place(), key.text(), known));
  }

  private static <T> Optional<T> read(Word<T> word, YamlMap map, Spot spot) {
    Optional<YamlNode> node = map.find(word.name());
    if (node.isEmpty() && word.needed()) {
      spot.missingWord(map, word.name(), word.reader().expected());
    }
    return node.flatMap(value -> word.reader().read(value, spot.of(word.name())));
  }
}
