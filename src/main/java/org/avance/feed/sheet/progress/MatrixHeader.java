package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.feed.sheet.progress.Cells.Cell;
import org.avance.model.DistributionClass;

/**
 * The header of the distribution.
 *
 * @param columns in order
 * @param hasColumns whether a cell of a row can be told by its column
 */
record MatrixHeader(List<Column> columns, boolean hasColumns) {
  private static final int FEWEST_CLASSES = 3;
  private static final Pattern CORNER =
      Pattern.compile("^[\\s\\p{Z}]*enfoque(?:\\s*/\\s*avance)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKS = Pattern.compile("[*\u00B9\u00B2\u00B3]+$");

  /**
   * @param at column, counted from the first cell of the row
   * @param progress empty where the label is none of ours
   */
  record Column(int at, Optional<DistributionClass> progress) {}

  MatrixHeader {
    columns = List.copyOf(columns);
  }

  /** Whether a line is a piece of the corner's label, broken off the rest. */
  static boolean isCorner(String line) {
    return CORNER.matcher(line).replaceFirst("").matches("[\\s\\p{Z}/]*") && !line.isBlank();
  }

  static MatrixHeader of(String line, Vocabulary<DistributionClass> words) {
    String text = CORNER.matcher(line).replaceFirst("");
    Cells cells = Cells.of(text);
    List<Column> columns = new ArrayList<>();
    boolean apart = cells.hasColumns();
    for (Cell cell : cells.listed()) {
      List<String> labels = words.split(cell.text());
      apart = apart && labels.size() == 1;
      labels.forEach(
          label ->
              columns.add(
                  new Column(
                      cell.column(),
                      words
                          .meaning(label)
                          .or(() -> words.meaning(MARKS.matcher(label).replaceFirst(""))))));
    }
    return new MatrixHeader(columns, apart);
  }

  /** Whether a line is one. */
  boolean isOne() {
    return columns.stream().filter(column -> column.progress().isPresent()).count()
        >= FEWEST_CLASSES;
  }

  List<DistributionClass> classes() {
    return columns.stream().flatMap(column -> column.progress().stream()).toList();
  }

  /** Where in the order of the header the cell of a column stands; -1 where it can't be told. */
  int orderOf(int column, boolean rowHasColumns) {
    boolean told = hasColumns && rowHasColumns;
    return told ? columns.stream().map(Column::at).toList().indexOf(column) : -1;
  }

  /** The class of the place in the header's order. */
  Optional<DistributionClass> progressAt(int place) {
    return place < 0 ? Optional.empty() : columns.get(place).progress();
  }
}
