package org.avance.feed.sheet.progress;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.model.DistributionClass;
import org.avance.model.IndicatorFocus;
import org.avance.model.ProgressClass;

/**
 * How many indicators are printed in each class, beside the distribution's totals.
 *
 * @param counts by class, printed labels only
 * @param lines lines that print each class, once for each indicator
 * @param indicators all of them
 * @param open those without a label that says a class: they may be of any
 */
record Classes(
    Map<DistributionClass, Long> counts,
    Map<DistributionClass, List<Long>> lines,
    int indicators,
    long open) {

  static Classes of(Sheet sheet) {
    Map<DistributionClass, Long> counts = new EnumMap<>(DistributionClass.class);
    Map<DistributionClass, List<Long>> lines = new EnumMap<>(DistributionClass.class);
    int indicators = 0;
    for (Objective objective : sheet.objectives()) {
      indicators += objective.slots().size();
      long line = objective.block().row(Part.PROGRESS).map(Piece::line).orElse(0L);
      for (DistributionClass each : classes(objective, sheet.words())) {
        counts.merge(each, 1L, Long::sum);
        lines.computeIfAbsent(each, none -> new ArrayList<>()).add(line);
      }
    }
    long told = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Classes(counts, lines, indicators, Math.max(0, indicators - told));
  }

  /** The classes that an objective's row of progress prints, whosever they are. */
  static List<DistributionClass> classes(Objective objective, Vocabularies words) {
    List<DistributionClass> classes = new ArrayList<>();
    for (String label : objective.outcomes().progress().printed()) {
      of(label, words).ifPresent(classes::add);
    }
    return classes;
  }

  /** The column in which an indicator of this label is counted; empty where the label says none. */
  static Optional<DistributionClass> of(String label, Vocabularies words) {
    return words.progress().meaning(label).map(DistributionClass::of).or(() -> notReported(label));
  }

  /** Whether a label says that an indicator has no class because its direction is constant. */
  static boolean isConstant(String label, Vocabularies words) {
    return words
        .progress()
        .meaning(label)
        .filter(each -> each == ProgressClass.CONSTANT_DIRECTION)
        .isPresent();
  }

  private static Optional<DistributionClass> notReported(String label) {
    return label.equals("NR")
        ? Optional.of(DistributionClass.of(ProgressClass.NOT_REPORTED))
        : Optional.empty();
  }

  /** Where indicators of a class are printed, in words for a message. */
  String where(DistributionClass progress) {
    List<Long> found = lines.getOrDefault(progress, List.of());
    return found.isEmpty()
        ? "none is printed"
        : "printed in line " + found.stream().map(String::valueOf).collect(joining(", "));
  }

  long count(DistributionClass progress) {
    return counts.getOrDefault(progress, 0L);
  }

  /**
   * The classes whose printed total can't be held against the indicators, for the open ones could
   * make up what is lacking. None where they could not.
   */
  List<DistributionClass> untold(Matrix matrix) {
    List<DistributionClass> untold = new ArrayList<>();
    long lacking = 0;
    for (DistributionClass progress : matrix.columns()) {
      Optional<BigDecimal> total = matrix.count(IndicatorFocus.TOTAL, progress);
      if (progress != DistributionClass.TOTAL && total.isPresent()) {
        long difference = total.get().longValue() - count(progress);
        if (difference < 0) {
          return List.of();
        }
        lacking += difference;
        if (difference > 0) {
          untold.add(progress);
        }
      }
    }
    return lacking <= open ? untold : List.of();
  }
}
