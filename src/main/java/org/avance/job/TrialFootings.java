package org.avance.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.avance.feed.OpenFile;
import org.avance.load.Footings;
import org.avance.load.StagedRecord;
import org.avance.model.DeliveryCounts;
import org.avance.model.Footing;
import org.avance.model.TrialResult;

/** What a file prints about itself, gathered in memory; as {@link Footings} does for a load. */
final class TrialFootings {
  private final List<Footing.Printed> printed = new ArrayList<>();
  private final List<Footing.Awaited> awaited = new ArrayList<>();
  private final Map<Part, BigDecimal> parts = new HashMap<>();

  private record Part(int kind, String group, String column) {}

  /** What is known once the file is open. */
  void expect(OpenFile file) {
    printed.addAll(file.printedAbove());
    awaited.addAll(file.awaited());
  }

  void add(StagedRecord record) {
    printed.addAll(record.footing().printed());
    for (Footing.Part part : record.footing().parts()) {
      parts.merge(
          new Part(part.kind(), part.group(), part.column()), part.amount(), BigDecimal::add);
    }
    for (Footing.Group group : record.footing().groups()) {
      for (StagedRecord.Amount cell : record.cells()) {
        Part part = new Part(group.kind(), group.text(), cell.column());
        parts.merge(part, cell.amount(), BigDecimal::add);
      }
    }
  }

  /**
   * Each printed figure beside what was found.
   *
   * @param columns what the numeric cells of each value column add up to
   */
  List<Footings.Total> totals(DeliveryCounts counts, List<TrialResult.ColumnSums> columns) {
    return printed.stream().map(each -> total(each, counts, columns)).toList();
  }

  private Footings.Total total(
      Footing.Printed each, DeliveryCounts counts, List<TrialResult.ColumnSums> columns) {
    boolean countsRecords = each.column().isEmpty();
    return new Footings.Total(
        each.name(),
        countsRecords,
        each.figure(),
        countsRecords ? records(counts) : added(each, columns));
  }

  private static BigDecimal records(DeliveryCounts counts) {
    return BigDecimal.valueOf(counts.read() - counts.blank() - counts.totals());
  }

  private BigDecimal added(Footing.Printed each, List<TrialResult.ColumnSums> columns) {
    if (!each.group().isEmpty()) {
      return parts.getOrDefault(
          new Part(each.kind(), each.group(), each.column()), BigDecimal.ZERO);
    }
    return columns.stream()
        .filter(column -> column.column().equals(each.column()))
        .map(column -> column.read().subtract(column.totals()))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** Names of the figures that the file must print and does not. */
  List<String> lacking() {
    return awaited.stream()
        .filter(each -> printed.stream().noneMatch(found -> found.kind() == each.kind()))
        .map(Footing.Awaited::name)
        .toList();
  }
}
