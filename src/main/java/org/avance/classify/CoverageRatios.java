package org.avance.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.avance.model.Stated;

/**
 * The ratios of one programme's populations in percent, {@value #SCALE} decimals, rounded half up.
 * A ratio is absent, never 0, where its denominator is absent or 0 or its numerator is absent; it
 * is never capped at 100. The three figures share year and unit: that is the caller's to see to.
 */
public final class CoverageRatios {
  /** Decimals of a ratio in percent. */
  public static final int SCALE = 4;

  private final Stated<BigDecimal> potential;
  private final Stated<BigDecimal> target;
  private final Stated<BigDecimal> served;

  private CoverageRatios(
      Stated<BigDecimal> potential, Stated<BigDecimal> target, Stated<BigDecimal> served) {
    this.potential = potential;
    this.target = target;
    this.served = served;
  }

  /** The ratios of populations of one year and unit. */
  public static CoverageRatios of(
      Stated<BigDecimal> potential, Stated<BigDecimal> target, Stated<BigDecimal> served) {
    return new CoverageRatios(potential, target, served);
  }

  /** PA/PO: efficiency, as CONEVAL prints it. */
  public Optional<BigDecimal> servedOfTargetPercent() {
    return percent(served, target);
  }

  /** PA/PP: coverage. */
  public Optional<BigDecimal> servedOfPotentialPercent() {
    return percent(served, potential);
  }

  /** PO/PP: share in focus. */
  public Optional<BigDecimal> targetOfPotentialPercent() {
    return percent(target, potential);
  }

  private static Optional<BigDecimal> percent(Stated<BigDecimal> part, Stated<BigDecimal> whole) {
    return Figures.given(whole)
        .filter(figure -> figure.signum() != 0)
        .flatMap(figure -> Figures.given(part).map(share -> percent(share, figure)));
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.scaleByPowerOfTen(2).divide(whole, SCALE, RoundingMode.HALF_UP);
  }
}
