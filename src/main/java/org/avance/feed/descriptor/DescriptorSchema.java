package org.avance.feed.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.avance.feed.descriptor.Shape.Described;

/** The JSON Schema of descriptors, made of the very words that the parser reads. */
public final class DescriptorSchema {
  private final Map<String, Object> definitions = new TreeMap<>();

  private DescriptorSchema() {}

  /** The schema as a tree of maps, lists, texts and numbers, always in the same order. */
  public static Map<String, Object> tree() {
    return new DescriptorSchema().whole();
  }

  private Map<String, Object> whole() {
    Map<String, Object> schema = new LinkedHashMap<>();
    // Editors know this draft best.
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Avance feed descriptor");
    schema.put(
        "description",
        "Made by `./avance feed schema` of the words that the parser reads; see docs/add-a-feed.md.");
    schema.putAll(expanded(Shape.of(DescriptorReader.WORDS)));
    schema.put("definitions", definitions);
    return schema;
  }

  private Map<String, Object> expanded(Shape shape) {
    return map(shape.schema());
  }

  private Object tree(Object value) {
    if (value instanceof Shape shape) {
      return shape.name().isEmpty() ? expanded(shape) : reference(shape);
    }
    if (value instanceof Described described) {
      return described(described.word());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return value instanceof List<?> list ? list.stream().map(this::tree).toList() : value;
  }

  private Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach((word, each) -> tree.put(String.valueOf(word), tree(each)));
    return tree;
  }

  private Map<String, Object> described(Word<?> word) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("description", word.meaning());
    if (tree(word.reader().shape()) instanceof Map<?, ?> shape) {
      tree.putAll(map(shape));
    }
    return tree;
  }

  /** Two shapes of one name that differ are two definitions. */
  private Map<String, Object> reference(Shape shape) {
    Map<String, Object> tree = expanded(shape);
    String name = shape.name();
    for (int i = 2; !definitions.getOrDefault(name, tree).equals(tree); i++) {
      name = shape.name() + i;
    }
    definitions.put(name, tree);
    return Map.of("$ref", "#/definitions/" + name);
  }
}
