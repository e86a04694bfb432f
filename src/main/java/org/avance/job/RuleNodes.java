package org.avance.job;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlFault;
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

  private RuleNodes() {}

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

  static RuleStatus status(YamlNode node) throws YamlFault {
    List<String> allowed = Arrays.stream(RuleStatus.values()).map(Enum::name).toList();
    String word = text(node);
    if (!allowed.contains(word)) {
      throw unknown(word, node.place(), allowed);
    }
    return RuleStatus.valueOf(word);
  }

  static int year(YamlNode node) throws YamlFault {
    return year(text(node), node.place());
  }

  static int year(YamlKey key) throws YamlFault {
    return year(key.text(), key.place());
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
