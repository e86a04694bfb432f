package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import org.avance.extract.sheettext.SheetLine;

/**
 * One part of a document, from its label to the next one.
 *
 * @param label its words as printed; a footnote's mark
 * @param head lines that its label takes
 * @param rest what follows the label in its last line
 * @param body the lines below, blank ones too
 */
record Piece(Part part, String label, List<SheetLine> head, String rest, List<SheetLine> body) {
  Piece {
    head = List.copyOf(head);
    body = List.copyOf(body);
  }

  /** What follows the label, line by line, blank ones too. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(rest));
    body.forEach(line -> texts.add(line.text()));
    return texts;
  }

  /** All lines that are not blank. */
  List<SheetLine> lines() {
    List<SheetLine> lines = new ArrayList<>(head);
    body.stream().filter(line -> !line.text().isBlank()).forEach(lines::add);
    return lines;
  }

  long line() {
    return lines().get(0).number();
  }

  /**
   * Whether its columns can be trusted: a page says where a letter stands, not in which column, and
   * of empty cells it says nothing.
   */
  boolean hasColumns() {
    return lines().stream().allMatch(line -> line.page() == 0);
  }
}
