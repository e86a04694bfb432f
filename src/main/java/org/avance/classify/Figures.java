package org.avance.classify;

import java.math.BigDecimal;
import java.util.Optional;
import org.avance.model.CoveragePoint;
import org.avance.model.IndicatorPoint;
import org.avance.model.NotClassified;
import org.avance.model.Stated;

/** What the rules may compute with. */
final class Figures {
  private Figures() {}

  static Optional<BigDecimal> given(Stated<BigDecimal> figure) {
    return figure.fold(Optional::of, missing -> Optional.empty());
  }

  /** A figure that a guard has seen. */
  static BigDecimal require(Stated<BigDecimal> figure) {
    return given(figure).orElseThrow();
  }

  /** The figure; empty where it is missing, or its point is ambiguous and so compares with none. */
  static Optional<BigDecimal> comparable(CoveragePoint point) {
    return point.ambiguous() ? Optional.empty() : given(point.figure());
  }

  /** What keeps a point from any class; {@code NONE} where nothing does. */
  static NotClassified obstacle(IndicatorPoint point) {
    if (point.partial()) {
      return NotClassified.PARTIAL_PERIOD;
    }
    if (point.ambiguous()) {
      return NotClassified.AMBIGUOUS;
    }
    return point.figure().isGiven() ? NotClassified.NONE : NotClassified.NO_OBSERVATION;
  }
}
