package org.avance.job;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.avance.classify.Edition;
import org.avance.classify.Plan;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlKey;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/** A plan of {@code indicators.yaml}: its years, and the thresholds of each edition. */
final class PlanNode {
  private PlanNode() {}

  /**
   * Reads a plan.
   *
   * @param thresholds what the editions may name
   * @param before the plans above it, with which it may share neither name nor year
   */
  static Plan read(YamlNode node, Map<String, EditionThresholds> thresholds, List<Plan> before)
      throws YamlFault {
    YamlMap map = RuleNodes.map(node, List.of("name", "years", "status", "source", "editions"));
    YamlNode yearsNode = RuleNodes.required(map, "years");
    RuleNodes.YearSpan years = RuleNodes.years(RuleNodes.text(yearsNode), yearsNode.place());
    YamlMap editions = RuleNodes.map(RuleNodes.required(map, "editions"));
    Plan plan =
        new Plan(
            RuleNodes.text(map, "name"),
            years.first(),
            years.last(),
            RuleNodes.status(map),
            RuleNodes.text(map, "source"),
            editions(editions, years, thresholds));
    for (Plan other : before) {
      if (other.name().equals(plan.name())) {
        throw YamlFault.expected("each plan once", RuleNodes.required(map, "name"));
      }
      if (other.overlaps(plan)) {
        throw YamlFault.expected("years that are not those of " + other.name(), yearsNode);
      }
    }
    return plan;
  }

  private static List<Edition> editions(
      YamlMap map, RuleNodes.YearSpan plan, Map<String, EditionThresholds> thresholds)
      throws YamlFault {
    List<Edition> editions = new ArrayList<>();
    int next = plan.first();
    for (Map.Entry<YamlKey, YamlNode> each : map.entries().entrySet()) {
      YamlKey key = each.getKey();
      RuleNodes.YearSpan years = RuleNodes.years(key.text(), key.place());
      if (years.first() != next || years.last() > plan.last()) {
        throw new YamlFault(
            key.place(),
            "expected years from %d on, up to %d at most, found `%s`"
                .formatted(next, plan.last(), key.text()));
      }
      String name = RuleNodes.oneOf(each.getValue(), List.copyOf(thresholds.keySet()));
      editions.add(requireNonNull(thresholds.get(name)).edition(years));
      next = years.last() + 1;
    }
    if (next <= plan.last()) {
      throw YamlFault.expected("editions up to " + plan.last(), map);
    }
    return editions;
  }
}
