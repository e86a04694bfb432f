package org.avance.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Columns' names out of the rows of a header. A name is what the rows print in its column, joined
 * downwards with a space. A blank cell above another takes the name to its left, as a merged cell
 * covers the columns to its right until the next one, in its own row or above it.
 */
final class HeaderNames {
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  private final List<List<String>> rows;
  private final int width;

  HeaderNames(List<List<String>> rows) {
    this.rows = rows;
    this.width = rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** The names from the left up to the last that is not blank. */
  List<String> joined() {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      names.add(name(column));
    }
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1);
    }
    return names;
  }

  private String name(int column) {
    List<String> parts = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String printed = cell(row, column);
      String part = printed.isEmpty() && printsBelow(row, column) ? covering(row, column) : printed;
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(" ", parts);
  }

  /** The nearest text to the left in this row, unless a name above begins in between. */
  private String covering(int row, int column) {
    for (int left = column; left >= 0; left--) {
      if (!cell(row, left).isEmpty()) {
        return cell(row, left);
      }
      if (printsAbove(row, left)) {
        return "";
      }
    }
    return "";
  }

  private boolean printsBelow(int row, int column) {
    return printsWithin(row + 1, rows.size(), column);
  }

  private boolean printsAbove(int row, int column) {
    return printsWithin(0, row, column);
  }

  private boolean printsWithin(int from, int to, int column) {
    for (int row = from; row < to; row++) {
      if (!cell(row, column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private String cell(int row, int column) {
    List<String> cells = rows.get(row);
    return column < cells.size() ? EDGES.matcher(cells.get(column)).replaceAll("") : "";
  }
}
