package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.avance.model.DistributionClass;
import org.avance.model.Footing;
import org.avance.model.IndicatorFocus;

/**
 * What each row of the distribution adds to its totals and which totals it prints: each column and
 * each row must meet its own, those of the classes must be the indicators printed in them, that of
 * all must be their number; a percentage must be that of its count. A total is not held against
 * parts of which some are not printed, as long as these could make up the difference.
 */
record Footings(Matrix matrix, Classes classes) {

  Footing of(Matrix.Row row) {
    List<Footing.Part> parts = new ArrayList<>();
    List<Footing.Printed> printed = new ArrayList<>();
    row.cells().keySet().forEach(progress -> add(row, progress, parts));
    row.cells().forEach((progress, cell) -> share(row, progress, cell, printed, parts));
    row.count(DistributionClass.TOTAL)
        .filter(total -> isTold(total, rowSum(row), isWhole(row)))
        .ifPresent(total -> printed.add(Totals.ofRow(row.label(), total)));
    if (row.focus() == IndicatorFocus.TOTAL) {
      matrix.columns().forEach(progress -> columnTotals(row, progress, printed));
    }
    return new Footing(List.of(), printed, parts);
  }

  private static void add(Matrix.Row row, DistributionClass progress, List<Footing.Part> parts) {
    row.count(progress)
        .ifPresent(
            count -> {
              if (progress != DistributionClass.TOTAL) {
                parts.add(Totals.inRow(row.label(), count));
              }
              if (row.focus() != IndicatorFocus.TOTAL) {
                parts.add(Totals.inColumn(progress, count));
              }
            });
  }

  /** Within rounding a percentage is met; one that is off is held against what it should be. */
  private void share(
      Matrix.Row row,
      DistributionClass progress,
      MatrixCell cell,
      List<Footing.Printed> printed,
      List<Footing.Part> parts) {
    Share.of(cell, matrix.count(IndicatorFocus.TOTAL, DistributionClass.TOTAL))
        .filter(Share::isOff)
        .ifPresent(
            share -> {
              printed.add(Totals.ofShare(row.label(), progress, share.printed()));
              parts.add(Totals.share(row.label(), progress, share.recomputed()));
            });
  }

  private void columnTotals(
      Matrix.Row totals, DistributionClass progress, List<Footing.Printed> printed) {
    totals
        .count(progress)
        .ifPresent(
            total -> {
              if (isTold(total, columnSum(progress), isWhole(progress))) {
                printed.add(Totals.ofColumn(progress, total));
              }
              if (progress == DistributionClass.TOTAL) {
                printed.add(Totals.indicators(total));
              } else if (!classes.untold(matrix).contains(progress)) {
                printed.add(Totals.ofClass(progress, classes.where(progress), total));
              }
            });
  }

  private static boolean isTold(BigDecimal total, BigDecimal sum, boolean whole) {
    return whole || sum.compareTo(total) > 0;
  }

  private BigDecimal rowSum(Matrix.Row row) {
    return row.cells().keySet().stream()
        .filter(progress -> progress != DistributionClass.TOTAL)
        .flatMap(progress -> row.count(progress).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isWhole(Matrix.Row row) {
    return row.loose().isEmpty()
        && matrix.columns().size() == DistributionClass.values().length
        && matrix.columns().stream().allMatch(progress -> row.count(progress).isPresent());
  }

  private BigDecimal columnSum(DistributionClass progress) {
    return matrix.foci().stream()
        .flatMap(row -> row.count(progress).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isWhole(DistributionClass progress) {
    return matrix.foci().size() >= foci()
        && matrix.foci().stream().allMatch(row -> row.count(progress).isPresent());
  }

  /** Results, coordination and management. */
  private static int foci() {
    return IndicatorFocus.values().length - 2;
  }
}
