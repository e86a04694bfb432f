package org.avance.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.classify.RuleChoice;
import org.avance.classify.RuleValue;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlFile;
import org.avance.extract.yaml.YamlKey;
import org.avance.extract.yaml.YamlList;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.extract.yaml.YamlText;
import org.avance.issue.NearestWord;
import org.avance.model.RuleStatus;

/** What a rule file may hold at a node, or a fault that names the line. */
final class RuleNodes {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern YEARS = Pattern.compile("((?:19|20)\\d\\d)(?:-((?:19|20)\\d\\d))?");

  private RuleNodes() {}

  /**
   * A stretch of years.
   *
   * @param first first year, in it
   * @param last last year, in it
   */
  record YearSpan(int first, int last) {}

  /** A rule file, with no keys but these. */
  static YamlMap file(Path file, List<String> allowed) throws IOException, YamlFault {
    if (!Files.isRegularFile(file)) {
      throw new YamlFault(new Place(file.toString(), 1, 1), "expected a rule file, found none");
    }
    return map(YamlFile.read(file), allowed);
  }

  static YamlMap map(YamlNode node) throws YamlFault {
    if (node instanceof YamlMap map) {
      return map;
    }
    throw YamlFault.expected("a map", node);
  }

  /** A map with no keys but these. */
  static YamlMap map(YamlNode node, List<String> allowed) throws YamlFault {
    YamlMap map = map(node);
    for (YamlKey key : map.entries().keySet()) {
      if (!allowed.contains(key.text())) {
        throw unknown(key.text(), key.place(), allowed);
      }
    }
    return map;
  }

  static List<YamlNode> list(YamlNode node) throws YamlFault {
    if (node instanceof YamlList list) {
      return list.items();
    }
    throw YamlFault.expected("a list", node);
  }

  static YamlNode required(YamlMap map, String key) throws YamlFault {
    return map.find(key)
        .orElseThrow(() -> YamlFault.expected("a map with the key `" + key + "`", map));
  }

  static String text(YamlMap map, String key) throws YamlFault {
    return text(required(map, key));
  }

  static String text(YamlNode node) throws YamlFault {
    if (node instanceof YamlText text && !text.text().isBlank()) {
      return text.text();
    }
    throw YamlFault.expected("a text", node);
  }

  static BigDecimal positive(YamlNode node) throws YamlFault {
    if (node instanceof YamlText text && NUMBER.matcher(text.text()).matches()) {
      BigDecimal number = new BigDecimal(text.text());
      if (number.signum() > 0) {
        return number;
      }
    }
    throw YamlFault.expected("a number above 0, like 30 or 0.01", node);
  }

  /** A number of a rule, with its status and its source. */
  static RuleValue value(YamlMap rules, String name) throws YamlFault {
    YamlMap rule = rule(rules, name);
    return new RuleValue(positive(required(rule, "value")), status(rule), text(rule, "source"));
  }

  /** A number of a rule that must lie below another. */
  static RuleValue valueBelow(RuleValue higher, YamlMap rules, String name) throws YamlFault {
    RuleValue lower = value(rules, name);
    if (lower.value().compareTo(higher.value()) >= 0) {
      YamlNode found = required(rule(rules, name), "value");
      throw YamlFault.expected("a number below " + higher.value(), found);
    }
    return lower;
  }

  /** A choice among the readings of a rule, with its status and its source. */
  static <C extends Enum<C>> RuleChoice<C> choice(YamlMap rules, String name, Class<C> readings)
      throws YamlFault {
    YamlMap rule = rule(rules, name);
    return new RuleChoice<>(
        word(required(rule, "value"), readings), status(rule), text(rule, "source"));
  }

  private static YamlMap rule(YamlMap rules, String name) throws YamlFault {
    return map(required(rules, name), List.of("value", "status", "source"));
  }

  static RuleStatus status(YamlMap rule) throws YamlFault {
    return word(required(rule, "status"), RuleStatus.class);
  }

  private static <C extends Enum<C>> C word(YamlNode node, Class<C> words) throws YamlFault {
    List<String> allowed = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    return Enum.valueOf(words, oneOf(node, allowed));
  }

  /** One of the words allowed. */
  static String oneOf(YamlNode node, List<String> allowed) throws YamlFault {
    String word = text(node);
    if (!allowed.contains(word)) {
      throw unknown(word, node.place(), allowed);
    }
    return word;
  }

  static int year(YamlNode node) throws YamlFault {
    return year(text(node), node.place());
  }

  static int year(YamlKey key) throws YamlFault {
    return year(key.text(), key.place());
  }

  /** The years of {@code 2020-2021}, or the one of {@code 2020}: first and last. */
  static YearSpan years(String text, Place place) throws YamlFault {
    Matcher matcher = YEARS.matcher(text);
    if (!matcher.matches()) {
      throw new YamlFault(place, "expected years, like 2020-2021 or 2020, found `" + text + "`");
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    if (first > last) {
      throw new YamlFault(place, "expected the earlier year first, found `" + text + "`");
    }
    return new YearSpan(first, last);
  }

  private static int year(String text, Place place) throws YamlFault {
    if (!YEAR.matcher(text).matches()) {
      throw new YamlFault(place, "expected a year from 1900 to 2099, found `" + text + "`");
    }
    return Integer.parseInt(text);
  }

  private static YamlFault unknown(String word, Place place, List<String> allowed) {
    String hint =
        NearestWord.of(word, allowed).map(near -> "; did you mean `" + near + "`?").orElse("");
    return new YamlFault(
        place,
        "expected one of %s, found `%s`%s".formatted(String.join(", ", allowed), word, hint));
  }
}
