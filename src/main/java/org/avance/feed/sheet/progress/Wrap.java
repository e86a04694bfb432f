package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.feed.sheet.progress.Cells.Cell;

/**
 * A row whose cells are wrapped side by side, as a PDF prints them: the next line has the rest of
 * each cell in its column. A line that goes on in mid-row begins with the rest of the last cell
 * instead.
 */
final class Wrap {
  private Wrap() {}

  /** The row with the next line's text, whichever of the two it is. */
  static String joined(String row, String next) {
    return isBeside(row, next) ? beside(row, next) : row + " " + next;
  }

  /** Nothing below the label, cells below cells only, none that begins a label or an indicator. */
  private static boolean isBeside(String row, String next) {
    Cells below = Cells.of(next);
    Set<Integer> above =
        Cells.of(row).listed().stream().map(Cell::column).collect(Collectors.toSet());
    return next.startsWith("\t")
        && !below.listed().isEmpty()
        && below.listed().stream()
            .allMatch(
                cell ->
                    above.contains(cell.column())
                        && Character.isLowerCase(cell.text().codePointAt(0)));
  }

  private static String beside(String row, String next) {
    List<String> cells = new ArrayList<>(List.of(row.split("\t", -1)));
    for (Cell cell : Cells.of(next).listed()) {
      cells.set(cell.column(), cells.get(cell.column()) + " " + cell.text());
    }
    return String.join("\t", cells);
  }
}
