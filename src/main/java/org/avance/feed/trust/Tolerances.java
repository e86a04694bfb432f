package org.avance.feed.trust;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a delivery may fall short by and still be accepted.
 *
 * @param quarantined records in quarantine, against all records read; nothing unless said
 * @param crossFoot difference between a printed total and the sum of its records; nothing unless
 *     said
 * @param saidOfEnded facts of its scope that it ends, against all published there; empty where the
 *     descriptor leaves it to {@link #ended}
 */
public record Tolerances(
    Tolerance quarantined, Tolerance crossFoot, Optional<Tolerance> saidOfEnded) {
  /** Nothing may be wrong; of what may end nothing is said. */
  public static final Tolerances STRICT =
      new Tolerances(Tolerance.NOTHING, Tolerance.NOTHING, Optional.empty());

  private static final Tolerance HALF =
      new Tolerance(BigDecimal.valueOf(50), Tolerance.Measure.PERCENT);

  /** So few come and go with an edition of a small feed. */
  private static final long FEW = 50;

  /** What is borne of facts that end: half of them, unless the descriptor says otherwise. */
  public Tolerance ended() {
    return saidOfEnded.orElse(HALF);
  }

  /** Whether so many may end; a few may where the descriptor says nothing. */
  public boolean bearsEnded(long ended, long published) {
    return (saidOfEnded.isEmpty() && ended < FEW)
        || ended().bears(BigDecimal.valueOf(ended), BigDecimal.valueOf(published));
  }
}
