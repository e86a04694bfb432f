package org.avance.feed.descriptor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.extract.yaml.YamlText;
import org.avance.feed.text.Texts;
import org.avance.issue.NearestWord;

/**
 * A part of the descriptor that is being read, and where its faults go.
 *
 * @param name what messages call it: the word whose value it is
 * @param faults all faults of the file
 */
record Spot(String name, Faults faults) {

  Spot of(String word) {
    return new Spot(word, faults);
  }

  /** A fault where a thing of that name stands. */
  void fault(Place place, String sentence) {
    faults.add(new DescriptorFault(place.file(), place.line(), name + ": " + sentence));
  }

  /** A fault where one thing was expected and another found; empty, for a reader to return. */
  <T> Optional<T> expected(String what, YamlNode found) {
    fault(found.place(), "expected " + what + " but found " + described(found));
    return Optional.empty();
  }

  /** The same, where the allowed words can be listed. */
  <T> Optional<T> expectedOneOf(Collection<String> words, YamlNode found) {
    String near = found instanceof YamlText text ? nearest(text.text(), words) : "";
    fault(
        found.place(),
        "expected one of " + String.join(", ", words) + " but found " + described(found) + near);
    return Optional.empty();
  }

  void unknownWord(Place place, String word, List<String> known) {
    faults.add(
        new DescriptorFault(
            place.file(),
            place.line(),
            "unknown word \"%s\" in %s; expected one of %s%s"
                .formatted(word, name, String.join(", ", known), nearest(word, known))));
  }

  void missingWord(YamlMap map, String word, String expected) {
    fault(map.place(), "expected the word \"" + word + "\" with " + expected + " but found none");
  }

  private static String described(YamlNode node) {
    boolean quotable = node instanceof YamlText text && !text.text().isEmpty();
    return quotable ? Texts.quoted(((YamlText) node).text()) : node.describe();
  }

  private static String nearest(String word, Collection<String> words) {
    return NearestWord.of(word, words).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }
}
