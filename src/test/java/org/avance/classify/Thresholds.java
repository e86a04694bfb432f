package org.avance.classify;

import static org.avance.model.RuleStatus.ANCHORED;
import static org.avance.model.RuleStatus.DERIVED;
import static org.avance.model.RuleStatus.OFFICIAL;
import static org.avance.model.RuleStatus.PROVISIONAL;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.RuleStatus;

/** Indicator rules for tests: the shipped numbers in 2020 and later, others in 2019. */
final class Thresholds {
  static final ProgressLimits PROGRESS =
      new ProgressLimits(
          value("100", DERIVED),
          value("10", PROVISIONAL),
          value("23", ANCHORED),
          value("11.5", PROVISIONAL));
  static final InterimLimits INTERIM = interim(RegressionReference.BASELINE);
  static final TrendLimits TREND =
      new TrendLimits(value("0.5", PROVISIONAL), value("4", PROVISIONAL));
  static final LightRule LIGHT = light(DescendingFormula.LINEAR, OverFulfilment.SYMMETRIC);
  static final Plans PLANS = plans(PROGRESS, INTERIM);
  static final IndicatorRules RULES = new IndicatorRules(PLANS, TREND, LIGHT);

  private Thresholds() {}

  static RuleValue value(String number, RuleStatus status) {
    return new RuleValue(new BigDecimal(number), status, "a test");
  }

  static InterimLimits interim(RegressionReference reference) {
    return new InterimLimits(
        value("10", PROVISIONAL),
        value("0.0001", DERIVED),
        new RuleChoice<>(reference, PROVISIONAL, "a test"));
  }

  static LightRule light(DescendingFormula descending, OverFulfilment overFulfilment) {
    return new LightRule(
        value("5", ANCHORED),
        value("10", DERIVED),
        new RuleChoice<>(descending, PROVISIONAL, "a test"),
        new RuleChoice<>(overFulfilment, PROVISIONAL, "a test"));
  }

  static Plans plans(ProgressLimits progress, InterimLimits interim) {
    ProgressLimits early =
        new ProgressLimits(
            value("90", OFFICIAL),
            value("5", OFFICIAL),
            value("10", OFFICIAL),
            value("2", OFFICIAL));
    Plan before =
        new Plan(
            "PND 2013-2018",
            2013,
            2018,
            OFFICIAL,
            "a test",
            List.of(new Edition(2013, 2018, progress, interim)));
    Plan now =
        new Plan(
            "PND 2019-2024",
            2019,
            2024,
            OFFICIAL,
            "a test",
            List.of(
                new Edition(2019, 2019, early, interim),
                new Edition(2020, 2024, progress, interim)));
    return new Plans(List.of(before, now));
  }
}
