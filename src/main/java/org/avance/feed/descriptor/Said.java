package org.avance.feed.descriptor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/**
 * What a map of the descriptor says, word by word.
 *
 * @param values by name, of the words that stand in it
 */
record Said(YamlMap map, Spot spot, Map<String, Object> values) {

  boolean has(Word<?> word) {
    return map.find(word.name()).isPresent();
  }

  /** True unless the word's value could not be read. */
  boolean isSound(Word<?> word) {
    return values.containsKey(word.name()) || !has(word);
  }

  /** The word's value; its unsaid one where it does not stand there; empty where it has none. */
  @SuppressWarnings("unchecked") // Words.read put it there out of the same word's reader.
  <T> Optional<T> find(Word<T> word) {
    Object value = values.get(word.name());
    return value == null ? word.unsaid() : Optional.of((T) value);
  }

  /** The value of a word that is needed, or has an unsaid value. */
  <T> T get(Word<T> word) {
    return find(word).orElseThrow();
  }

  /** Adds a fault at the value of a word, or at the map where the word does not stand in it. */
  void fault(Word<?> word, String sentence) {
    Place place = map.find(word.name()).map(YamlNode::place).orElse(map.place());
    spot.of(word.name()).fault(place, sentence);
  }

  /** Adds a fault for a word that does not stand in the map. */
  void missing(String word, String expected) {
    spot.missingWord(map, word, expected);
  }

  /** The one of these words that stands in the map; empty, with a fault, unless it is just one. */
  Optional<Word<?>> exactlyOne(Word<?>... choices) {
    List<Word<?>> found = Arrays.stream(choices).filter(this::has).toList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    spot.fault(
        map.place(),
        "expected exactly one of %s but found %s"
            .formatted(listed(List.of(choices)), found.isEmpty() ? "none" : listed(found)));
    return Optional.empty();
  }

  private static String listed(List<Word<?>> words) {
    return words.stream().map(Word::name).collect(Collectors.joining(", "));
  }
}
