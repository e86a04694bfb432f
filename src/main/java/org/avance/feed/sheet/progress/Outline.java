package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * Cuts a document into its parts:
 *
 * <ul>
 *   <li>a part begins where the first cell of a line begins with its label, be the label broken
 *       over up to three lines;
 *   <li>headings are known once each; rows of objectives only after the first objective and before
 *       the conclusions, for prose may begin with the same words;
 *   <li>whatever stands before the first part is the title.
 * </ul>
 */
final class Outline {
  private static final int LONGEST_LABEL = 3;
  private static final Pattern WORD = Pattern.compile("[\\s\\p{Z}]*[^\\s\\p{Z}]+");

  private final List<SheetLine> lines;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Part> seen = EnumSet.noneOf(Part.class);

  private Part part = Part.TITLE;
  private String label = "";
  private String rest = "";
  private List<SheetLine> head = List.of();
  private List<SheetLine> body = new ArrayList<>();

  /**
   * @param rest what follows the label
   * @param taken how many lines the label takes
   */
  private record Opening(Part part, String label, String rest, int taken) {}

  private Outline(List<SheetLine> lines) {
    this.lines = lines;
  }

  /**
   * @param lines without page numbers and page headers
   */
  static List<Piece> of(List<SheetLine> lines) {
    return new Outline(lines).cut();
  }

  private List<Piece> cut() {
    int at = 0;
    while (at < lines.size()) {
      Optional<Opening> opening = opening(at);
      if (opening.isPresent()) {
        at += begin(opening.get(), at);
      } else {
        body.add(lines.get(at++));
      }
    }
    close();
    return pieces;
  }

  private int begin(Opening opening, int at) {
    close();
    part = opening.part();
    label = opening.label();
    seen.add(part);
    rest = opening.rest();
    head = lines.subList(at, at + opening.taken());
    body = new ArrayList<>();
    return opening.taken();
  }

  private void close() {
    Piece piece = new Piece(part, label, head, rest, body);
    if (!piece.lines().isEmpty()) {
      pieces.add(piece);
    }
  }

  private Optional<Opening> opening(int at) {
    Matcher footnote = Part.footnote(lines.get(at).text(), seen.contains(Part.CONCLUSIONS));
    if (footnote.matches()) {
      return Optional.of(new Opening(Part.FOOTNOTE, footnote.group(1), footnote.group(2), 1));
    }
    for (int taken = Math.min(LONGEST_LABEL, lines.size() - at); taken > 0; taken--) {
      Optional<Opening> opening = opening(at, taken);
      if (opening.isPresent()) {
        return opening;
      }
    }
    return Optional.empty();
  }

  /** Where the label takes exactly so many lines. */
  private Optional<Opening> opening(int at, int taken) {
    StringBuilder joined = new StringBuilder();
    int before = 0;
    for (SheetLine line : lines.subList(at, at + taken)) {
      if (line.text().isBlank() || Cells.of(joined.toString()).listed().size() > 1) {
        return Optional.empty();
      }
      before = words(joined.toString());
      joined.append(joined.isEmpty() ? "" : " ").append(line.text());
    }
    String cell = Cells.of(joined.toString()).first();
    for (Part each : Part.values()) {
      int words = mayBegin(each) ? each.words(cell) : 0;
      if (words > before) {
        return Optional.of(opened(each, joined.toString(), words, taken));
      }
    }
    return Optional.empty();
  }

  private boolean mayBegin(Part each) {
    if (seen.contains(Part.CONCLUSIONS)) {
      return false;
    }
    return each == Part.OBJECTIVE
        || (each.isRow() ? seen.contains(Part.OBJECTIVE) : !seen.contains(each));
  }

  private static Opening opened(Part part, String joined, int words, int taken) {
    Matcher word = WORD.matcher(joined);
    int end = 0;
    for (int i = 0; i < words && word.find(); i++) {
      end = word.end();
    }
    return new Opening(part, Texts.folded(joined.substring(0, end)), joined.substring(end), taken);
  }

  private static int words(String text) {
    String folded = Texts.folded(text);
    return folded.isEmpty() ? 0 : folded.split(" ", -1).length;
  }
}
