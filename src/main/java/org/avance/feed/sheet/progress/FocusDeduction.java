package org.avance.feed.sheet.progress;

import java.util.EnumSet;
import java.util.Set;
import org.avance.model.DistributionClass;
import org.avance.model.IndicatorFocus;

/**
 * Which focus an indicator may have, by the distribution: those whose row has an indicator in the
 * column of its class, or does not say that it has none. The sheets print it nowhere else.
 */
record FocusDeduction(Matrix matrix) {

  /** All that are possible, TOTAL never. */
  Set<IndicatorFocus> possible(DistributionClass progress) {
    Set<IndicatorFocus> possible =
        EnumSet.of(IndicatorFocus.RESULTS, IndicatorFocus.COORDINATION, IndicatorFocus.MANAGEMENT);
    possible.removeIf(
        focus -> matrix.count(focus, progress).filter(count -> count.signum() == 0).isPresent());
    return possible;
  }

  /** The one that is possible; UNKNOWN where several are, or where none is. */
  IndicatorFocus deduced(DistributionClass progress) {
    Set<IndicatorFocus> possible = possible(progress);
    return possible.size() == 1 ? possible.iterator().next() : IndicatorFocus.UNKNOWN;
  }
}
