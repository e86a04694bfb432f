package org.avance.classify;

import org.avance.model.InterimOutcome;
import org.avance.model.ProgressClass;

/**
 * Whether an intermediate goal's outcome and the six-year progress of the same observation go
 * together. All 15 indicators of the sheet of the ISSSTE programme 2020-2024 do. One that does not
 * is worth a look at its goals; it is no error.
 */
public final class Plausibility {
  private Plausibility() {}

  /** True where the two contradict; never where either says that there is no class. */
  public static boolean isSuspicious(InterimOutcome interim, ProgressClass progress) {
    return switch (progress) {
      case CONSTANT_DIRECTION, NOT_REPORTED, NOT_CALCULABLE -> false;
      case EXCEEDED, ADVANCED, ADEQUATE, INSUFFICIENT, LAGGING, FAR_LAGGING ->
          switch (interim) {
            case REGRESSED -> progress != ProgressClass.FAR_LAGGING;
            case NOT_ACHIEVED -> progress == ProgressClass.EXCEEDED;
            case ACHIEVED -> isFrom(ProgressClass.LAGGING, progress);
            case FAR_EXCEEDED -> isFrom(ProgressClass.INSUFFICIENT, progress);
            case NOT_REPORTED, NOT_CALCULABLE -> false;
          };
    };
  }

  private static boolean isFrom(ProgressClass best, ProgressClass progress) {
    return progress.compareTo(best) >= 0;
  }
}
