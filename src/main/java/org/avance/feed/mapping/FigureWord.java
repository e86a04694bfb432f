package org.avance.feed.mapping;

import java.util.List;
import org.avance.model.FactKind;

/**
 * A word for a further figure beside a fact's {@code value}.
 *
 * @param name as descriptors write it
 * @param meaning one sentence for documentation and schema
 */
public record FigureWord(String name, String meaning) {
  static final FigureWord BASELINE = new FigureWord("baseline", "Where the indicator started.");
  static final FigureWord TARGET =
      new FigureWord("target", "The goal; its words where it is no number, see targetType.");
  static final FigureWord TARGET_MIN =
      new FigureWord("targetMin", "Least figure that meets a goal of two bounds.");
  static final FigureWord TARGET_MAX =
      new FigureWord("targetMax", "Greatest figure that meets a goal of two bounds.");
  static final FigureWord INTERIM =
      new FigureWord("interimTarget", "Intermediate goal for the period.");
  static final FigureWord ADJUSTED =
      new FigureWord("adjustedTarget", "Goal for the period as adjusted on the way.");
  static final FigureWord NUMERATOR = new FigureWord("numerator", "Numerator of the figure.");
  static final FigureWord DENOMINATOR = new FigureWord("denominator", "Denominator of the figure.");
  static final FigureWord GREEN_UP_TO =
      new FigureWord("greenUpTo", "The indicator's own limit of green, percent of deviation.");
  static final FigureWord YELLOW_UP_TO =
      new FigureWord("yellowUpTo", "The indicator's own limit of yellow, percent of deviation.");

  /** The words of a kind. */
  public static List<FigureWord> of(FactKind kind) {
    return switch (kind) {
      case COVERAGE, BUDGET, SCORE, ASSESSMENT, DISTRIBUTION, FINDING -> List.of();
      case INDICATOR ->
          List.of(
              BASELINE,
              TARGET,
              TARGET_MIN,
              TARGET_MAX,
              INTERIM,
              ADJUSTED,
              NUMERATOR,
              DENOMINATOR,
              GREEN_UP_TO,
              YELLOW_UP_TO);
    };
  }
}
