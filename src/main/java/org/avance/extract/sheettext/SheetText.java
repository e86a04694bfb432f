package org.avance.extract.sheettext;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a whole document, in reading order, blank lines too.
 *
 * @param lines numbered from 1 without a gap
 */
public record SheetText(List<SheetLine> lines) {
  public SheetText {
    lines = List.copyOf(lines);
  }

  /** Numbers of the lines that its pages begin on, in order; none where it has no pages. */
  public List<Long> pages() {
    List<Long> firsts = new ArrayList<>();
    int page = 0;
    for (SheetLine line : lines) {
      // A page without a line begins where the next one does.
      for (; page < line.page(); page++) {
        firsts.add(line.number());
      }
    }
    return firsts;
  }
}
