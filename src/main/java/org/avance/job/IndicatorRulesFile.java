package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.avance.classify.DescendingFormula;
import org.avance.classify.IndicatorRules;
import org.avance.classify.LightRule;
import org.avance.classify.OverFulfilment;
import org.avance.classify.Plan;
import org.avance.classify.Plans;
import org.avance.classify.RuleValue;
import org.avance.classify.TrendLimits;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlKey;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/**
 * Reads {@code indicators.yaml}: plans with their editions, thresholds, trend and traffic light.
 */
final class IndicatorRulesFile {
  private IndicatorRulesFile() {}

  static IndicatorRules read(Path file) throws IOException, YamlFault {
    YamlMap rules = RuleNodes.file(file, List.of("plans", "thresholds", "trend", "trafficLight"));
    Map<String, EditionThresholds> thresholds = thresholds(rules);
    return new IndicatorRules(
        plans(RuleNodes.required(rules, "plans"), thresholds),
        trend(RuleNodes.required(rules, "trend")),
        light(RuleNodes.required(rules, "trafficLight")));
  }

  private static Map<String, EditionThresholds> thresholds(YamlMap rules) throws YamlFault {
    YamlMap named = RuleNodes.map(RuleNodes.required(rules, "thresholds"));
    Map<String, EditionThresholds> thresholds = new LinkedHashMap<>();
    for (Map.Entry<YamlKey, YamlNode> each : named.entries().entrySet()) {
      thresholds.put(each.getKey().text(), EditionThresholds.read(each.getValue()));
    }
    return thresholds;
  }

  private static Plans plans(YamlNode node, Map<String, EditionThresholds> thresholds)
      throws YamlFault {
    List<Plan> plans = new ArrayList<>();
    for (YamlNode each : RuleNodes.list(node)) {
      plans.add(PlanNode.read(each, thresholds, plans));
    }
    return new Plans(plans);
  }

  private static TrendLimits trend(YamlNode node) throws YamlFault {
    YamlMap trend = RuleNodes.map(node, List.of("stableWithinPercent", "slopeFromPoints"));
    return new TrendLimits(
        RuleNodes.value(trend, "stableWithinPercent"), RuleNodes.value(trend, "slopeFromPoints"));
  }

  private static LightRule light(YamlNode node) throws YamlFault {
    YamlMap light =
        RuleNodes.map(
            node, List.of("greenUpToPercent", "yellowUpToPercent", "descending", "overFulfilment"));
    RuleValue yellow = RuleNodes.value(light, "yellowUpToPercent");
    return new LightRule(
        RuleNodes.valueBelow(yellow, light, "greenUpToPercent"),
        yellow,
        RuleNodes.choice(light, "descending", DescendingFormula.class),
        RuleNodes.choice(light, "overFulfilment", OverFulfilment.class));
  }
}
