package org.avance.classify;

/**
 * How the traffic light is set where an indicator has no limits of its own.
 *
 * @param greenUpToPercent deviation from the goal, in percent of it, up to which it is green
 * @param yellowUpToPercent deviation up to which it is yellow
 * @param descending formula of a goal that is to be fallen to
 * @param overFulfilment what is made of an observation better than its goal
 */
public record LightRule(
    RuleValue greenUpToPercent,
    RuleValue yellowUpToPercent,
    RuleChoice<DescendingFormula> descending,
    RuleChoice<OverFulfilment> overFulfilment) {

  public LightRule {
    if (greenUpToPercent.value().compareTo(yellowUpToPercent.value()) >= 0) {
      throw new IllegalArgumentException(
          "expected green to end below %s, found %s"
              .formatted(yellowUpToPercent.value(), greenUpToPercent.value()));
    }
  }
}
