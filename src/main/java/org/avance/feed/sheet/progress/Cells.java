package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The cells of a row that are not blank.
 *
 * @param listed in reading order
 * @param width how many cells the row has, blank ones too; 0 where runs of spaces part them, for
 *     then a blank cell can't be seen
 */
record Cells(List<Cell> listed, int width) {
  private static final Pattern RUN = Pattern.compile("[ \\p{Zs}]{2,}");

  /**
   * @param column from 0; of no meaning where the row's width is 0
   * @param text without markup, folded
   * @param isProse whether it is sentences, not a label or a name
   * @param markedUp whether it is marked up as a paragraph
   */
  record Cell(int column, String text, boolean isProse, boolean markedUp) {}

  Cells {
    listed = List.copyOf(listed);
  }

  static Cells of(String line) {
    boolean tabbed = line.indexOf('\t') >= 0;
    String[] parts = tabbed ? line.split("\t", -1) : RUN.split(line, -1);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String text = Prose.plain(parts[i]);
      if (!text.isEmpty()) {
        cells.add(new Cell(i, text, Prose.is(parts[i]), Prose.isMarkedUp(parts[i])));
      }
    }
    return new Cells(cells, tabbed ? parts.length : 0);
  }

  /** The cells of a row of labels. */
  static Cells of(Piece row, Predicate<String> belongs) {
    Cells cells = of(RowText.ofLabels(row, belongs));
    return row.hasColumns() ? cells : new Cells(cells.listed(), 0);
  }

  /** The first text; empty where there is none. */
  String first() {
    return listed.isEmpty() ? "" : listed.get(0).text();
  }

  /** Whether columns can be told. */
  boolean hasColumns() {
    return width > 0;
  }
}
