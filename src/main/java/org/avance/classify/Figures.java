package org.avance.classify;

import java.math.BigDecimal;
import java.util.Optional;
import org.avance.model.CoveragePoint;
import org.avance.model.Stated;

/** What the rules may compute with. */
final class Figures {
  private Figures() {}

  static Optional<BigDecimal> given(Stated<BigDecimal> figure) {
    return figure.fold(Optional::of, missing -> Optional.empty());
  }

  /** The figure; empty where it is missing, or its point is ambiguous and so compares with none. */
  static Optional<BigDecimal> comparable(CoveragePoint point) {
    return point.ambiguous() ? Optional.empty() : given(point.figure());
  }
}
