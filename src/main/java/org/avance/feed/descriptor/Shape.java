package org.avance.feed.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a value looks like, in the words of JSON Schema, so that editors complete and check a
 * descriptor while it is written. A shape may allow more than its reader takes, never less.
 *
 * @param name under which it is defined once and referred to; empty where it stands in its place
 * @param schema values are texts, numbers, lists, maps and other shapes
 */
record Shape(String name, Map<String, Object> schema) {
  private static final List<String> SCALAR = List.of("string", "number", "boolean");

  static final Shape ANY = new Shape("", Map.of());

  /** Any scalar, an empty one, too. */
  static final Shape ANY_SCALAR = of("type", List.of("string", "number", "boolean", "null"));

  /** YAML takes 2018 for a number and true for a truth; the language takes them as they stand. */
  static final Shape TEXT = of("type", SCALAR, "pattern", "\\S");

  static final Shape MAP = of("type", "object");

  private static Shape of(String word, Object value) {
    return new Shape("", Map.of(word, value));
  }

  private static Shape of(String word, Object value, String second, Object other) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(word, value);
    schema.put(second, other);
    return new Shape("", schema);
  }

  /** The same, defined once. */
  Shape named(String shared) {
    return new Shape(shared, schema);
  }

  /** A number of at least {@code least}, or a text of that pattern. */
  static Shape number(String type, int least, String pattern) {
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("type", type);
    number.put("minimum", least);
    return either(new Shape("", number), of("type", "string", "pattern", pattern));
  }

  /** One of these words in any case, with a space, hyphen or underscore between their parts. */
  static Shape choice(List<String> words) {
    Shape anyCase = of("type", "string", "pattern", anyCase(words));
    return either(exactly(words), anyCase);
  }

  /** One of these words to the letter. */
  static Shape exactly(List<String> words) {
    List<Object> values = new ArrayList<>(words);
    words.stream()
        .filter(word -> word.equals("true") || word.equals("false"))
        .map(Boolean::valueOf)
        .forEach(values::add);
    return of("enum", values);
  }

  static Shape either(Shape... shapes) {
    return of("anyOf", List.of(shapes));
  }

  /** A list, or one value in place of a list of one. */
  static Shape listOf(Shape item) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", item);
    list.put("minItems", 1);
    return either(item, new Shape("", list));
  }

  static Shape mapOf(Shape value) {
    return of("type", "object", "additionalProperties", value);
  }

  /** A map of these words and no others. */
  static Shape of(Words words) {
    return of(words.words(), words.words().stream().filter(Word::needed).toList());
  }

  /** A map of these words, of which some are needed; the first of two of one name holds. */
  static Shape of(List<Word<?>> words, List<? extends Word<?>> needed) {
    Map<String, Object> properties = new LinkedHashMap<>();
    words.forEach(word -> properties.putIfAbsent(word.name(), new Described(word)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!needed.isEmpty()) {
      schema.put("required", needed.stream().map(Word::name).toList());
    }
    schema.put("additionalProperties", false);
    return new Shape("", schema);
  }

  /** The same map, with exactly one of these words in it. */
  Shape withOneOf(Word<?>... words) {
    return with("oneOf", words);
  }

  /** The same map, with at least one of these words in it. */
  Shape withSomeOf(Word<?>... words) {
    return with("anyOf", words);
  }

  private Shape with(String rule, Word<?>... words) {
    Map<String, Object> schema = new LinkedHashMap<>(this.schema);
    schema.put(
        rule, Arrays.stream(words).map(word -> Map.of("required", List.of(word.name()))).toList());
    return new Shape(name, schema);
  }

  /** A word's value with the word's meaning. */
  record Described(Word<?> word) {}

  private static String anyCase(List<String> words) {
    return words.stream()
        .map(Shape::anyCase)
        .collect(Collectors.joining("|", "^\\s*(?:", ")\\s*$"));
  }

  private static String anyCase(String word) {
    return word.codePoints()
        .mapToObj(Character::toString)
        .map(
            letter ->
                letter.equals(" ")
                    ? "[ _-]+"
                    : Character.isLetter(letter.codePointAt(0))
                        ? "[" + letter.toUpperCase(Locale.ROOT) + letter + "]"
                        : letter)
        .collect(Collectors.joining());
  }
}
