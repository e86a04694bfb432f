package org.avance.extract.sheettext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A cell of a row, or a whole line of prose, and the room that it takes on the page.
 *
 * @param text words parted by one space; empty for a cell of which only the room is known
 * @param left where it begins, in points from the left edge; the others likewise
 */
record PageCell(String text, float left, float right, float top, float base) {

  /** The cells of a row that has something drawn in it, from left to right. */
  static List<PageCell> of(List<Glyph> row) {
    List<Glyph> sorted = row.stream().sorted(Comparator.comparingDouble(Glyph::left)).toList();
    List<PageCell> cells = new ArrayList<>();
    List<Glyph> drawn = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    PageGap gap = PageGap.NONE;
    for (Glyph glyph : sorted) {
      gap = gap.before(glyph);
      if (glyph.isSpace()) {
        continue;
      }
      if (gap.partsCells()) {
        cells.add(cell(text, drawn));
      } else if (gap.partsWords()) {
        text.append(' ');
      }
      text.append(glyph.text());
      drawn.add(glyph);
      gap = gap.behind(glyph);
    }
    cells.add(cell(text, drawn));
    return cells;
  }

  /** What was gathered, which begins anew. */
  private static PageCell cell(StringBuilder text, List<Glyph> drawn) {
    PageCell cell =
        new PageCell(
            text.toString(),
            drawn.get(0).left(),
            (float) drawn.stream().mapToDouble(Glyph::right).max().orElseThrow(),
            (float) drawn.stream().mapToDouble(Glyph::top).min().orElseThrow(),
            (float) drawn.stream().mapToDouble(Glyph::base).max().orElseThrow());
    text.setLength(0);
    drawn.clear();
    return cell;
  }

  boolean overlaps(PageCell other) {
    return left <= other.right && other.left <= right;
  }

  PageCell emptied() {
    return new PageCell("", left, right, top, base);
  }
}
