package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.extract.sheettext.SheetLine;
import org.avance.model.DistributionClass;
import org.avance.model.IndicatorFocus;

/**
 * The distribution of the indicators: a row for each focus, a column for each class, totals.
 *
 * @param columns classes in the order of the header; UNKNOWN labels are left out
 * @param rows in the order of the sheet
 * @param prose lines above and below it, blank ones too
 */
record Matrix(List<DistributionClass> columns, List<Row> rows, List<String> prose) {
  Matrix {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    prose = List.copyOf(prose);
  }

  /**
   * One row.
   *
   * @param label as printed
   * @param cells by class, in the order of the header; a class without a cell is not there
   * @param loose what stands in it and can't be told of which class it is
   */
  record Row(
      IndicatorFocus focus,
      String label,
      List<SheetLine> lines,
      Map<DistributionClass, MatrixCell> cells,
      List<String> loose) {

    Optional<BigDecimal> count(DistributionClass progress) {
      return Optional.ofNullable(cells.get(progress)).flatMap(MatrixCell::counted);
    }
  }

  Optional<Row> row(IndicatorFocus focus) {
    return rows.stream().filter(row -> row.focus() == focus).findFirst();
  }

  /** The rows that are no total. */
  List<Row> foci() {
    return rows.stream().filter(row -> row.focus() != IndicatorFocus.TOTAL).toList();
  }

  /** The count in a cell; empty where none is printed. */
  Optional<BigDecimal> count(IndicatorFocus focus, DistributionClass progress) {
    return row(focus).flatMap(row -> row.count(progress));
  }
}
