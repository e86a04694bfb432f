package org.avance.feed.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.avance.extract.yaml.YamlKey;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/**
 * One map laid over another, before either is read: what the upper one says holds. So a layout says
 * only what it has of its own, and messages still name the line that a word stands on.
 */
final class Overlay {
  private Overlay() {}

  /**
   * @param merged words whose maps are laid over each other in turn, instead of being replaced
   */
  static YamlMap of(YamlMap lower, YamlMap upper, Set<String> merged) {
    Map<YamlKey, YamlNode> entries = new LinkedHashMap<>(lower.entries());
    upper
        .entries()
        .forEach(
            (key, above) -> {
              YamlNode below = entries.remove(key);
              entries.put(
                  key,
                  merged.contains(key.text())
                          && below instanceof YamlMap low
                          && above instanceof YamlMap high
                      ? of(low, high, Set.of())
                      : above);
            });
    return new YamlMap(upper.place(), entries);
  }

  /** The entries of a map whose words are wanted. */
  static YamlMap only(YamlMap map, Predicate<String> wanted) {
    Map<YamlKey, YamlNode> entries = new LinkedHashMap<>(map.entries());
    entries.keySet().removeIf(key -> !wanted.test(key.text()));
    return new YamlMap(map.place(), entries);
  }
}
