package org.avance.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A goal as the agency states it.
 *
 * @param type what kind of goal
 * @param min least figure that meets it; missing where it has none
 * @param max greatest figure that meets it; missing where it has none. A {@code FIGURE} and an
 *     {@code EXACT} goal bear their figure in both
 * @param text the goal as printed; empty where none is
 * @param dueYear year by which it is to be met; 0 where none is stated: then the fact's own year
 */
public record Target(
    TargetType type, Stated<BigDecimal> min, Stated<BigDecimal> max, String text, int dueYear) {

  /** No goal, for a reason. */
  public static Target none(Stated.Missing<BigDecimal> why) {
    return new Target(TargetType.NONE, why, why, "", 0);
  }

  /** One figure. */
  public static Target figure(BigDecimal figure, int dueYear) {
    Stated<BigDecimal> stated = Stated.given(figure);
    return new Target(TargetType.FIGURE, stated, stated, figure.toPlainString(), dueYear);
  }

  /** The one figure that an observation is held against; empty for a range, a text or no goal. */
  public Optional<BigDecimal> figure() {
    return switch (type) {
      case FIGURE, EXACT, AT_LEAST -> min.fold(Optional::of, missing -> Optional.empty());
      case AT_MOST -> max.fold(Optional::of, missing -> Optional.empty());
      case NONE, RANGE, TEXT -> Optional.empty();
    };
  }
}
