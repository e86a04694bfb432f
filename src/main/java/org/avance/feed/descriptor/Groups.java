package org.avance.feed.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.extract.yaml.YamlNode;
import org.avance.feed.mapping.Extract;

/** The groups of a regular expression. */
final class Groups {
  private static final Pattern NAMED =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private Groups() {}

  /** Names of the groups that have one, in their order. */
  static List<String> named(Pattern pattern) {
    return NAMED.matcher(pattern.pattern()).results().map(found -> found.group(1)).toList();
  }

  /**
   * Reads a pattern from which a word's text is taken: by the group of its name, or the only one.
   */
  static Reader<Extract> extract(String word) {
    return new Reader<>(
        Readers.PATTERN.expected(),
        (node, spot) ->
            Readers.PATTERN.read(node, spot).flatMap(pattern -> extract(word, pattern, node, spot)),
        Shape.TEXT);
  }

  private static Optional<Extract> extract(String word, Pattern pattern, YamlNode node, Spot spot) {
    if (named(pattern).contains(word)) {
      return Optional.of(new Extract(pattern, word));
    }
    return pattern.matcher("").groupCount() <= 1
        ? Optional.of(new Extract(pattern, ""))
        : spot.expected("one group, or one named (?<" + word + ">…)", node);
  }
}
