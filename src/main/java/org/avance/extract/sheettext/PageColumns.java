package org.avance.extract.sheettext;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the cells of a table stand, as far as the rows above show it: what tells the empty cells of
 * a row with fewer.
 */
final class PageColumns {
  /** In heights of a row: what stands lower than that is no longer the same table. */
  private static final float FARTHEST = 3f;

  private List<PageCell> columns = List.of();
  private float lowest;

  /** The next row, its cells parted by tabs, with those empty ones that have a cell behind them. */
  String line(List<PageCell> cells) {
    if (!follows(cells.get(0))) {
      columns = List.of();
    }
    List<PageCell> row = filled(cells);
    columns = columns(row);
    lowest = cells.get(0).base();
    return row.stream().map(PageCell::text).collect(Collectors.joining("\t"));
  }

  private boolean follows(PageCell first) {
    return first.top() - lowest <= FARTHEST * (first.base() - first.top());
  }

  private List<PageCell> filled(List<PageCell> cells) {
    float last = cells.get(cells.size() - 1).left();
    List<PageCell> filled = with(cells, column -> column.right() < last);
    boolean isShort = cells.size() < columns.size() && filled.size() <= columns.size();
    return isShort ? filled : cells;
  }

  private List<PageCell> columns(List<PageCell> row) {
    return row.size() < columns.size() ? with(row, column -> true) : row;
  }

  /** The cells, and an empty one for each column that none of them reaches. */
  private List<PageCell> with(List<PageCell> cells, Predicate<PageCell> isMeant) {
    List<PageCell> known = columns.size() < 2 ? List.of() : columns;
    Stream<PageCell> empty =
        known.stream()
            .filter(isMeant)
            .filter(column -> cells.stream().noneMatch(column::overlaps))
            .map(PageCell::emptied);
    return Stream.concat(cells.stream(), empty)
        .sorted(Comparator.comparingDouble(PageCell::left))
        .toList();
  }
}
