package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.avance.feed.sheet.SheetRecords;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.Distribution;
import org.avance.model.DistributionClass;
import org.avance.model.Geography;
import org.avance.model.IndicatorFocus;

/** A record for each row of the distribution, with the totals that it must meet. */
record DistributionRecords(Sheet sheet, Document document) {
  void addTo(SheetRecords records) {
    Footings footings = new Footings(sheet.matrix(), Classes.of(sheet));
    for (Matrix.Row row : sheet.matrix().rows()) {
      records.add(row.lines(), facts(row), issues(row), footings.of(row));
    }
  }

  private List<Distribution> facts(Matrix.Row row) {
    return row.cells().entrySet().stream().map(cell -> fact(row, cell)).toList();
  }

  private Distribution fact(Matrix.Row row, Map.Entry<DistributionClass, MatrixCell> cell) {
    return new Distribution(
        document.programme(),
        document.year(),
        Geography.NATION,
        row.focus(),
        cell.getKey(),
        cell.getValue().count(),
        cell.getValue().percent(),
        cell.getValue().printed(),
        Set.of("geography"),
        "",
        cell.getKey().officialLabel());
  }

  private List<Issue> issues(Matrix.Row row) {
    Faults faults = new Faults();
    row.cells().forEach((progress, cell) -> check(row, progress, cell, faults));
    if (!row.loose().isEmpty()) {
      String printed = String.join(", ", row.loose());
      faults.add(
          IssueCode.ASSIGNMENT_AMBIGUOUS,
          line(row),
          row.label(),
          printed,
          "row %s of the distribution: expected a figure for each of %d classes, but these could be of any: %s"
              .formatted(row.label(), sheet.matrix().columns().size(), printed),
          "as many figures as the header has classes");
    }
    return faults.listed();
  }

  private void check(Matrix.Row row, DistributionClass progress, MatrixCell cell, Faults faults) {
    if (!cell.readable()) {
      faults.add(
          IssueCode.NUMBER_UNREADABLE,
          line(row),
          progress.officialLabel(),
          cell.printed(),
          "%s: expected a count such as 5 or 5, 33%% but found %s"
              .formatted(progress.officialLabel(), Texts.quoted(cell.printed())),
          "a count, or a count and its percentage");
    }
    Optional<BigDecimal> all = sheet.matrix().count(IndicatorFocus.TOTAL, DistributionClass.TOTAL);
    Share.of(cell, all)
        .filter(Share::isOff)
        .ifPresent(share -> off(row, progress, cell, share, faults));
  }

  /** The same difference is a total that is not met: see {@link Footings}. */
  private void off(
      Matrix.Row row, DistributionClass progress, MatrixCell cell, Share share, Faults faults) {
    faults.add(
        IssueCode.RATIO_MISMATCH,
        line(row),
        progress.officialLabel(),
        cell.printed(),
        "row %s, %s: printed is %s %%, but %s of %s are %s %%"
            .formatted(
                row.label(),
                progress.officialLabel(),
                share.printed().toPlainString(),
                cell.counted().orElseThrow(),
                sheet.matrix().count(IndicatorFocus.TOTAL, DistributionClass.TOTAL).orElseThrow(),
                share.recomputed().toPlainString()),
        share.recomputed().toPlainString() + " %, or one unit of its last digit more or less");
  }

  private static long line(Matrix.Row row) {
    return row.lines().get(0).number();
  }
}
