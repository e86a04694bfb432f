package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;

/**
 * An objective and its rows.
 *
 * @param number as printed in its label; 0 where none is
 * @param text as printed, its number in front
 * @param first whether it begins with the objective's first indicator: a table with many columns
 *     goes on under another row of indicators
 */
record ObjectiveBlock(int number, String text, boolean first, List<Piece> pieces) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  ObjectiveBlock {
    pieces = List.copyOf(pieces);
  }

  static List<ObjectiveBlock> of(List<Piece> document) {
    List<ObjectiveBlock> blocks = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    for (Piece piece : document) {
      boolean starts = piece.part() == Part.OBJECTIVE || isSecond(piece, open);
      if (starts && !open.isEmpty()) {
        blocks.add(of(open, blocks));
        open = new ArrayList<>();
      }
      if (piece.part().isRow()) {
        open.add(piece);
      }
    }
    if (!open.isEmpty()) {
      blocks.add(of(open, blocks));
    }
    return blocks;
  }

  private static boolean isSecond(Piece piece, List<Piece> open) {
    return piece.part() == Part.INDICATORS
        && open.stream().anyMatch(each -> each.part() == Part.INDICATORS);
  }

  private static ObjectiveBlock of(List<Piece> pieces, List<ObjectiveBlock> before) {
    Piece head = pieces.get(0);
    if (head.part() != Part.OBJECTIVE) {
      ObjectiveBlock last = before.get(before.size() - 1);
      return new ObjectiveBlock(last.number(), last.text(), false, pieces);
    }
    Matcher number = NUMBER.matcher(head.label());
    String text = text(head);
    return new ObjectiveBlock(
        number.find() ? Integer.parseInt(number.group()) : 0, text, true, pieces);
  }

  /** The first cell; a text that ends a sentence is the objective's, too, if it is broken. */
  private static String text(Piece head) {
    RowText row = RowText.ofNames(head);
    boolean isOne =
        head.body().stream().noneMatch(line -> line.text().isBlank())
            && !Prose.isMarkedUp(row.prose());
    return Cells.of(row.cells()).listed().stream()
        .filter(cell -> !cell.markedUp())
        .map(cell -> isOne ? Prose.plain(cell.text() + " " + row.prose()) : cell.text())
        .findFirst()
        .orElse("");
  }

  Optional<Piece> row(Part part) {
    return pieces.stream().filter(piece -> piece.part() == part).findFirst();
  }

  /** All lines of the objective. */
  List<SheetLine> lines() {
    return pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
  }

  long line() {
    return lines().get(0).number();
  }

  /** What messages call it. */
  String name() {
    return "objective " + number;
  }
}
