package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * Lines that belong together. A blank line ends them, or one without letters, as a chart leaves
 * behind; but at the foot of a page they go on where no sentence has ended and the next line begins
 * with a small letter; those of a footnote with any.
 */
record Paragraph(List<SheetLine> lines) {
  private static final Pattern SENTENCE_END = Pattern.compile("[.:?!)]$");

  Paragraph {
    lines = List.copyOf(lines);
  }

  static List<Paragraph> of(List<SheetLine> lines) {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<SheetLine> open = new ArrayList<>();
    boolean ended = false;
    boolean page = false;
    for (SheetLine line : lines) {
      if (!hasLetters(line)) {
        page |= isPage(line, open);
        ended |= !Furniture.isPageNumber(line);
        continue;
      }
      if (ended && !open.isEmpty() && !(page && goesOn(open, line))) {
        paragraphs.add(new Paragraph(open));
        open.clear();
      }
      ended = false;
      page = false;
      open.add(line);
    }
    if (!open.isEmpty()) {
      paragraphs.add(new Paragraph(open));
    }
    return paragraphs;
  }

  private static boolean isPage(SheetLine line, List<SheetLine> open) {
    return Furniture.isPageNumber(line)
        || (!open.isEmpty() && open.get(open.size() - 1).page() != line.page());
  }

  private static boolean goesOn(List<SheetLine> open, SheetLine next) {
    String last = Texts.trimmed(open.get(open.size() - 1).text());
    return !SENTENCE_END.matcher(last).find()
        && (Footnotes.begins(open.get(0))
            || Texts.trimmed(next.text()).codePoints().limit(1).anyMatch(Paragraph::isSmall));
  }

  private static boolean isSmall(int letter) {
    return Character.isLowerCase(letter) || letter == '(' || Character.isDigit(letter);
  }

  private static boolean hasLetters(SheetLine line) {
    return !Furniture.isPageNumber(line) && line.text().codePoints().anyMatch(Character::isLetter);
  }
}
