package org.avance.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.avance.classify.CoverageRules;
import org.avance.classify.IndicatorRules;
import org.avance.classify.PriceIndex;
import org.avance.classify.RuleValue;
import org.avance.classify.Rulebook;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlFile;
import org.avance.extract.yaml.YamlKey;
import org.avance.extract.yaml.YamlList;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.extract.yaml.YamlText;

/**
 * Reads the rulebook from {@code jobs/rules}: {@code rulebook.yaml}, {@code coverage.yaml}, {@code
 * indicators.yaml} and {@code prices.yaml}.
 */
public final class RulebookFile {
  static final String RULES = "rules";
  static final String RULEBOOK = "rulebook.yaml";
  private static final String COVERAGE = "coverage.yaml";
  private static final String INDICATORS = "indicators.yaml";
  private static final String PRICES = "prices.yaml";
  private static final List<String> IN_NAME_ORDER = List.of(COVERAGE, INDICATORS, PRICES, RULEBOOK);

  private RulebookFile() {}

  /**
   * The rulebook as it stands now.
   *
   * @param jobsDir the folder of the descriptors; messages name files as they stand below it
   * @throws YamlFault where a rule file is absent or does not say what it should: file, line, what
   *     was expected, what was found
   */
  public static Rulebook read(Path jobsDir) throws IOException, YamlFault {
    return read(jobsDir.resolve(RULES), jobsDir);
  }

  /**
   * A rulebook in a folder of its own.
   *
   * @param rules the folder of its four files
   * @param jobsDir the folder of the descriptors, which it names feeds of
   */
  static Rulebook read(Path rules, Path jobsDir) throws IOException, YamlFault {
    YamlMap rulebook = RuleNodes.file(rules.resolve(RULEBOOK), List.of("version", "feedOrder"));
    String version = RuleNodes.text(rulebook, "version");
    List<String> feedOrder = feedOrder(rulebook, jobsDir);
    CoverageRules coverage = coverage(rules.resolve(COVERAGE));
    PriceIndex prices = prices(rules.resolve(PRICES));
    IndicatorRules indicators = IndicatorRulesFile.read(rules.resolve(INDICATORS));
    return new Rulebook(
        version, digest(rules), rulesDigest(rules), coverage, prices, indicators, feedOrder);
  }

  private static CoverageRules coverage(Path file) throws IOException, YamlFault {
    YamlMap rules =
        RuleNodes.file(file, List.of("jumpPercent", "scaleSlipPercent", "ratioTolerancePoints"));
    return new CoverageRules(
        RuleNodes.value(rules, "jumpPercent"),
        RuleNodes.value(rules, "scaleSlipPercent"),
        RuleNodes.value(rules, "ratioTolerancePoints"));
  }

  private static PriceIndex prices(Path file) throws IOException, YamlFault {
    YamlMap prices = RuleNodes.file(file, List.of("viewBaseYear", "averages"));
    SortedMap<Integer, RuleValue> averages = new TreeMap<>();
    for (YamlNode series : RuleNodes.list(RuleNodes.required(prices, "averages"))) {
      addSeries(series, averages);
    }
    YamlNode base = RuleNodes.required(prices, "viewBaseYear");
    int baseYear = RuleNodes.year(base);
    if (!averages.containsKey(baseYear)) {
      throw YamlFault.expected("one of the years " + averages.keySet(), base);
    }
    return new PriceIndex(baseYear, averages);
  }

  private static void addSeries(YamlNode node, SortedMap<Integer, RuleValue> averages)
      throws YamlFault {
    YamlMap series = RuleNodes.map(node, List.of("status", "source", "years"));
    YamlMap years = RuleNodes.map(RuleNodes.required(series, "years"));
    for (YamlKey key : years.entries().keySet()) {
      RuleValue average =
          new RuleValue(
              RuleNodes.positive(RuleNodes.required(years, key.text())),
              RuleNodes.status(series),
              RuleNodes.text(series, "source"));
      if (averages.put(RuleNodes.year(key), average) != null) {
        throw new YamlFault(
            key.place(), "expected each year once, found `%s` again".formatted(key.text()));
      }
    }
  }

  private static List<String> feedOrder(YamlMap rulebook, Path jobsDir) throws YamlFault {
    List<String> feeds = new ArrayList<>();
    for (YamlNode node : RuleNodes.list(RuleNodes.required(rulebook, "feedOrder"))) {
      String feed = RuleNodes.text(node);
      if (!Files.isRegularFile(jobsDir.resolve(feed + ".yaml"))) {
        throw YamlFault.expected("a feed, which has a descriptor " + feed + ".yaml", node);
      }
      if (feeds.contains(feed)) {
        throw YamlFault.expected("each feed once", node);
      }
      feeds.add(feed);
    }
    return feeds;
  }

  /** Over names, too, so that moving a line from one file to another is a change. */
  private static String digest(Path rules) throws IOException {
    MessageDigest digest = sha256();
    for (String name : IN_NAME_ORDER) {
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(rules.resolve(name)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of what judges, as it is written; comments and sources may be mended under one version. */
  private static String rulesDigest(Path rules) throws IOException, YamlFault {
    MessageDigest digest = sha256();
    for (String name : List.of(COVERAGE, INDICATORS)) {
      YamlNode said = YamlFile.read(rules.resolve(name));
      digest.update((said(said) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String said(YamlNode node) {
    if (node instanceof YamlMap map) {
      return map.entries().entrySet().stream()
          .filter(entry -> !entry.getKey().text().equals("source"))
          .map(entry -> entry.getKey().text() + ": " + said(entry.getValue()))
          .sorted()
          .toList()
          .toString();
    }
    return node instanceof YamlList list
        ? list.items().stream().map(RulebookFile::said).toList().toString()
        : ((YamlText) node).text();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
