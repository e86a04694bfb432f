package org.avance.extract.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping, in the file's order; no key stands twice. */
public record YamlMap(Place place, Map<YamlKey, YamlNode> entries) implements YamlNode {
  public YamlMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of a key; empty where the map has no such key. */
  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries.get(new YamlKey(key, place)));
  }

  /** The keys' texts, in the file's order. */
  public List<String> keys() {
    return entries.keySet().stream().map(YamlKey::text).toList();
  }

  @Override
  public String describe() {
    return entries.isEmpty() ? "an empty map" : "a map of " + String.join(", ", keys());
  }
}
