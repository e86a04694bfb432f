package org.avance.extract.sheettext;

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
}
