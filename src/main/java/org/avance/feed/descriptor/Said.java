package org.avance.feed.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/**
 * What a map of the descriptor says, word by word.
 *
 * @param values of the words that stand in it and could be read
 */
record Said(YamlMap map, Spot spot, Map<Word<?>, Object> values) {

  boolean has(Word<?> word) {
    return map.find(word.name()).isPresent();
  }

  /** The word's value; its unsaid one where it does not stand there; empty where it has none. */
  @SuppressWarnings("unchecked") // Words.read put it there out of the same word's reader.
  <T> Optional<T> find(Word<T> word) {
    Object value = values.get(word);
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

  /** Those of these words that stand in the map. */
  List<Word<?>> among(List<Word<?>> words) {
    return words.stream().filter(this::has).toList();
  }
}
