package org.avance.job;

import java.util.List;
import org.avance.classify.Edition;
import org.avance.classify.InterimLimits;
import org.avance.classify.ProgressLimits;
import org.avance.classify.RegressionReference;
import org.avance.classify.RuleValue;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;

/** The thresholds that {@code indicators.yaml} lists under one name, for editions to use. */
record EditionThresholds(ProgressLimits progress, InterimLimits interim) {
  private static final List<String> KEYS =
      List.of(
          "exceededFromPercent",
          "adequateBandPoints",
          "laggingBelowPercent",
          "farLaggingBelowPercent",
          "farExceededPercent",
          "tolerancePercent",
          "regressedAgainst");

  static EditionThresholds read(YamlNode node) throws YamlFault {
    YamlMap map = RuleNodes.map(node, KEYS);
    RuleValue exceeded = RuleNodes.value(map, "exceededFromPercent");
    RuleValue lagging = RuleNodes.valueBelow(exceeded, map, "laggingBelowPercent");
    return new EditionThresholds(
        new ProgressLimits(
            exceeded,
            RuleNodes.value(map, "adequateBandPoints"),
            lagging,
            RuleNodes.valueBelow(lagging, map, "farLaggingBelowPercent")),
        new InterimLimits(
            RuleNodes.value(map, "farExceededPercent"),
            RuleNodes.value(map, "tolerancePercent"),
            RuleNodes.choice(map, "regressedAgainst", RegressionReference.class)));
  }

  Edition edition(RuleNodes.YearSpan years) {
    return new Edition(years.first(), years.last(), progress, interim);
  }
}
