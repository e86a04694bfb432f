package org.avance.extract.yaml;

import java.util.List;

/** A sequence, in the file's order. */
public record YamlList(Place place, List<YamlNode> items) implements YamlNode {
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String describe() {
    return items.isEmpty() ? "an empty list" : "a list of " + items.size();
  }
}
