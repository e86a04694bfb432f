package org.avance.feed.sheet.progress;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.avance.model.CriterionMark;
import org.avance.model.IndicatorFocus;
import org.avance.model.IndicatorQuality;
import org.avance.model.QualityCriterion;

/**
 * The class of quality that marks and focus lead to expect. A check only: equal marks are printed
 * with three different classes, so the marks alone do not decide it.
 *
 * <ul>
 *   <li>five criteria met: outstanding or adequate;
 *   <li>four met: moderate where the focus is management, else adequate;
 *   <li>fewer: room for improvement;
 *   <li>nothing is expected where a criterion is not marked.
 * </ul>
 */
final class QualityRule {
  private static final int ALL = QualityCriterion.values().length;

  private QualityRule() {}

  /**
   * The classes that would not surprise; empty where nothing is expected.
   *
   * @param possible every focus that the indicator may have
   */
  static Set<IndicatorQuality> expected(
      Map<QualityCriterion, CriterionMark> marks, Set<IndicatorFocus> possible) {
    Set<IndicatorQuality> expected = EnumSet.noneOf(IndicatorQuality.class);
    if (marks.size() < ALL) {
      return expected;
    }
    long met = marks.values().stream().filter(mark -> mark == CriterionMark.MET).count();
    if (met == ALL) {
      expected.addAll(Set.of(IndicatorQuality.OUTSTANDING, IndicatorQuality.ADEQUATE));
    } else if (met == ALL - 1) {
      possible.forEach(
          focus ->
              expected.add(
                  focus == IndicatorFocus.MANAGEMENT
                      ? IndicatorQuality.MODERATE
                      : IndicatorQuality.ADEQUATE));
    } else {
      expected.add(IndicatorQuality.NEEDS_IMPROVEMENT);
    }
    return expected;
  }
}
