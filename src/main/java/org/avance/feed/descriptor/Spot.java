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
 * @param name what messages call it: {@code agency}, {@code agency.pattern}
 * @param prefix what stands before the names of its words
 * @param faults all faults of the file
 */
record Spot(String name, String prefix, Faults faults) {

  /** A part whose words are named without it, because it is one of many or shared by them. */
  static Spot section(String name, Faults faults) {
    return new Spot(name, "", faults);
  }

  Spot section(String another) {
    return section(another, faults);
  }

  /** The value of a word. */
  Spot of(String word) {
    return new Spot(prefix + word, prefix + word + ".", faults);
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
