package org.avance.classify;

import java.math.BigDecimal;
import org.avance.model.RuleStatus;

/**
 * One number of a rulebook and how firmly it stands.
 *
 * @param value above 0
 * @param source one sentence: where the number comes from
 */
public record RuleValue(BigDecimal value, RuleStatus status, String source) {

  public RuleValue {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("expected a number above 0, found " + value);
    }
  }
}
