package org.avance.feed.descriptor;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.avance.extract.yaml.YamlList;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.extract.yaml.YamlText;
import org.avance.feed.trust.Tolerance;

/** Readers of the plain values that the language is made of. */
final class Readers {
  /** Any scalar, empty ones too. */
  static final Reader<String> ANY_TEXT =
      new Reader<>(
          "a text",
          (node, spot) ->
              node instanceof YamlText text
                  ? Optional.of(text.text())
                  : spot.expected("a text", node),
          Shape.ANY_SCALAR);

  static final Reader<String> TEXT =
      parsed("a text", text -> Optional.of(text).filter(each -> !each.isBlank()));

  static final Reader<Boolean> BOOLEAN = choice(ordered("true", true, "false", false));

  static final Reader<Integer> COUNT =
      parsed(
              "a whole number of 1 or more",
              text ->
                  Optional.of(text)
                      .filter(each -> each.matches("0*[1-9]\\d{0,8}"))
                      .map(Integer::valueOf))
          .shaped(Shape.number("integer", 1, "^0*[1-9]\\d{0,8}$"));

  static final Reader<Character> CHARACTER = parsed("one character, or tab", Readers::character);

  static final Reader<BigDecimal> FACTOR =
      parsed(
              "a number such as 1000 or 0.01",
              text ->
                  Optional.of(text)
                      .filter(each -> each.matches("\\d{1,12}(\\.\\d{1,10})?"))
                      .map(BigDecimal::new)
                      .filter(each -> each.signum() > 0))
          .shaped(Shape.number("number", 0, "^\\d{1,12}(\\.\\d{1,10})?$"));

  static final Reader<Tolerance> TOLERANCE =
      parsed("a number such as 3, or a percentage such as 5%", Readers::tolerance)
          .shaped(Shape.number("number", 0, "^\\d{1,12}(\\.\\d{1,10})?( ?%)?$"));

  static final Reader<String> GLOB = parsed("a glob such as coverage/*.csv", Readers::glob);

  static final Reader<Pattern> PATTERN =
      new Reader<>(
          "a regular expression",
          (node, spot) -> TEXT.read(node, spot).flatMap(text -> pattern(text, node, spot)),
          Shape.TEXT);

  static final Reader<Charset> CHARSET =
      parsed("a character set such as utf-8 or windows-1252", Readers::charset);

  static final Reader<ZoneId> ZONE =
      parsed("a time zone such as America/Mexico_City", Readers::zone);

  static final Reader<MonthDay> MONTH_DAY =
      parsed("a day of the year such as 04-30", Readers::monthDay);

  static final Reader<YamlMap> MAP =
      new Reader<>(
          "a map",
          (node, spot) ->
              node instanceof YamlMap map ? Optional.of(map) : spot.expected("a map", node),
          Shape.MAP);

  /** Any value at all, to be read later. */
  static final Reader<YamlNode> NODE = new Reader<>("a value", (node, spot) -> Optional.of(node));

  private Readers() {}

  /** A text that means something, or does not. */
  static <T> Reader<T> parsed(String expected, Function<String, Optional<T>> parse) {
    return new Reader<>(
        expected,
        (node, spot) -> {
          Optional<T> value =
              node instanceof YamlText text ? parse.apply(text.text()) : Optional.empty();
          return value.isPresent() ? value : spot.expected(expected, node);
        },
        Shape.TEXT);
  }

  /** One of an enum's names; case does not matter, and a space may be a hyphen or underscore. */
  static <E extends Enum<E>> Reader<E> oneOf(List<E> values) {
    Map<String, E> byName = new LinkedHashMap<>();
    values.forEach(value -> byName.put(spelled(value.name()), value));
    return choice(byName);
  }

  /** One of these texts to the letter. */
  static Reader<String> exactly(List<String> texts) {
    return new Reader<>(
        "one of " + String.join(", ", texts),
        (node, spot) ->
            node instanceof YamlText text && texts.contains(text.text())
                ? Optional.of(text.text())
                : spot.expectedOneOf(texts, node),
        Shape.exactly(texts));
  }

  static <T> Reader<T> choice(Map<String, T> byName) {
    List<String> names = byName.keySet().stream().toList();
    return new Reader<>(
        "one of " + String.join(", ", names),
        (node, spot) -> {
          Optional<T> value =
              node instanceof YamlText text
                  ? Optional.ofNullable(byName.get(spelled(text.text())))
                  : Optional.empty();
          return value.isPresent() ? value : spot.expectedOneOf(names, node);
        },
        Shape.choice(names));
  }

  /** A list, or one value in place of a list of one. */
  static <T> Reader<List<T>> listOf(Reader<T> reader) {
    return new Reader<>(
        reader.expected() + ", or a list of such",
        (node, spot) -> {
          List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
          if (items.isEmpty()) {
            return spot.expected(reader.expected(), node);
          }
          List<T> values = new ArrayList<>();
          items.forEach(item -> reader.read(item, spot).ifPresent(values::add));
          return values.size() == items.size() ? Optional.of(values) : Optional.empty();
        },
        Shape.listOf(reader.shape()));
  }

  /** A map whose words are the user's own. */
  static <T> Reader<Map<String, T>> mapOf(Reader<T> reader) {
    return new Reader<>(
        "a map to " + reader.expected(),
        (node, spot) -> MAP.read(node, spot).flatMap(map -> mapped(map, reader, spot)),
        Shape.mapOf(reader.shape()));
  }

  private static <T> Optional<Map<String, T>> mapped(YamlMap map, Reader<T> reader, Spot spot) {
    Map<String, T> values = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, node) ->
                reader
                    .read(node, spot.of("\"" + key.text() + "\""))
                    .ifPresent(value -> values.put(key.text(), value)));
    return values.size() == map.entries().size() ? Optional.of(values) : Optional.empty();
  }

  /** Two choices, in this order. */
  static <T> Map<String, T> ordered(String first, T firstValue, String second, T secondValue) {
    Map<String, T> choices = new LinkedHashMap<>();
    choices.put(first, firstValue);
    choices.put(second, secondValue);
    return choices;
  }

  private static String spelled(String name) {
    return Arrays.stream(name.trim().toLowerCase(Locale.ROOT).split("[ _-]+"))
        .collect(Collectors.joining(" "));
  }

  private static Optional<Character> character(String text) {
    if (text.equals("tab")) {
      return Optional.of('\t');
    }
    return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
  }

  private static Optional<Tolerance> tolerance(String text) {
    if (!text.matches("\\d{1,12}(\\.\\d{1,10})?( ?%)?")) {
      return Optional.empty();
    }
    boolean percent = text.endsWith("%");
    BigDecimal amount =
        new BigDecimal(percent ? text.substring(0, text.length() - 1).trim() : text);
    boolean beyond = percent && amount.compareTo(BigDecimal.valueOf(100)) > 0;
    return beyond
        ? Optional.empty()
        : Optional.of(
            new Tolerance(
                amount, percent ? Tolerance.Measure.PERCENT : Tolerance.Measure.ABSOLUTE));
  }

  private static Optional<String> glob(String text) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + text);
      return Optional.of(text).filter(each -> !each.isBlank());
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Pattern> pattern(String text, YamlNode node, Spot spot) {
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      return spot.expected(
          "a regular expression (%s near position %d)"
              .formatted(e.getDescription(), Math.max(0, e.getIndex())),
          node);
    }
  }

  private static Optional<Charset> charset(String text) {
    try {
      return Optional.of(Charset.forName(text));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<MonthDay> monthDay(String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
