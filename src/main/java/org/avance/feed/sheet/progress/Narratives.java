package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import org.avance.feed.sheet.progress.Cells.Cell;

/** What the sheet says of an objective in sentences, in whichever of its rows they stand. */
final class Narratives {
  private Narratives() {}

  /** As plain text; empty where none is printed. */
  static String of(ObjectiveBlock block) {
    List<String> texts = new ArrayList<>();
    for (Piece row : block.pieces()) {
      if (row.part() == Part.OBJECTIVE) {
        take(row.rest(), true, texts);
      } else if (row.part() == Part.INDICATORS) {
        RowText text = RowText.ofNames(row);
        take(text.cells(), false, texts);
        texts.add(Prose.plain(text.prose()));
      } else {
        take(RowText.ofLabels(row, label -> false), false, texts);
      }
    }
    texts.removeIf(String::isEmpty);
    return String.join(" ", texts);
  }

  /**
   * @param marked only what is marked up as a paragraph: an objective's own text is long, too
   */
  private static void take(String row, boolean marked, List<String> texts) {
    for (Cell cell : Cells.of(row).listed()) {
      boolean isName = cell.text().matches("\\d{1,2}\\.\\d{1,2}\\b.*");
      if (cell.markedUp() || (!marked && cell.isProse() && !isName && !Marks.isList(cell.text()))) {
        texts.add(cell.text());
      }
    }
  }
}
