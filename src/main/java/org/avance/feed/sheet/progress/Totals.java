package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import org.avance.model.DistributionClass;
import org.avance.model.Footing;

/** The totals that the distribution prints, and what adds up to them. */
final class Totals {
  private static final int CLASS = 1;
  private static final int COLUMN = 2;
  private static final int ROW = 3;
  private static final int ALL = 4;
  private static final int SHARE = 5;
  private static final String COUNTED = "indicators";

  private Totals() {}

  /** An indicator printed in a class. */
  static Footing.Part inClass(DistributionClass progress) {
    return new Footing.Part(CLASS, progress.officialLabel(), COUNTED, BigDecimal.ONE);
  }

  /**
   * A total of a class.
   *
   * @param where where its indicators are printed
   */
  static Footing.Printed ofClass(DistributionClass progress, String where, BigDecimal total) {
    return new Footing.Printed(
        CLASS,
        progress.officialLabel(),
        COUNTED,
        "Total general of %s against the indicators of this class (%s)"
            .formatted(progress.officialLabel(), where),
        total);
  }

  /** An indicator of any class. */
  static Footing.Part indicator() {
    return new Footing.Part(ALL, COUNTED, COUNTED, BigDecimal.ONE);
  }

  static Footing.Printed indicators(BigDecimal total) {
    return new Footing.Printed(
        ALL, COUNTED, COUNTED, "Total general against the number of indicators", total);
  }

  /** A cell of a focus in its column. */
  static Footing.Part inColumn(DistributionClass progress, BigDecimal count) {
    return new Footing.Part(COLUMN, progress.officialLabel(), COUNTED, count);
  }

  static Footing.Printed ofColumn(DistributionClass progress, BigDecimal total) {
    return new Footing.Printed(
        COLUMN,
        progress.officialLabel(),
        COUNTED,
        "column %s of the distribution".formatted(progress.officialLabel()),
        total);
  }

  /** A cell of a class in its row. */
  static Footing.Part inRow(String row, BigDecimal count) {
    return new Footing.Part(ROW, row, COUNTED, count);
  }

  static Footing.Printed ofRow(String row, BigDecimal total) {
    return new Footing.Printed(
        ROW, row, COUNTED, "row %s of the distribution".formatted(row), total);
  }

  /** What the percentage of a cell should be. */
  static Footing.Part share(String row, DistributionClass progress, BigDecimal percent) {
    return new Footing.Part(SHARE, cell(row, progress), COUNTED, percent);
  }

  static Footing.Printed ofShare(String row, DistributionClass progress, BigDecimal percent) {
    return new Footing.Printed(
        SHARE,
        cell(row, progress),
        COUNTED,
        "percentage of %s in row %s of the distribution".formatted(progress.officialLabel(), row),
        percent);
  }

  private static String cell(String row, DistributionClass progress) {
    return row + " | " + progress;
  }
}
