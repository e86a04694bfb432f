package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.Markup;
import org.avance.feed.text.Texts;

/** Sentences: what they are told by, and how lines of them make paragraphs. */
final class Prose {
  private static final int FEWEST_WORDS = 8;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?\u2026](?:\\s|$)");
  private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?:;\u2026][)\"\u00BB]?$");
  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<p[\\s>]");

  private Prose() {}

  /** The text without markup, each run of white space one space. */
  static String plain(String text) {
    return Texts.folded(Markup.plain(text));
  }

  /** Whether a cell is sentences: it is marked up as a paragraph, or is long and ends one. */
  static boolean is(String cell) {
    String plain = plain(cell);
    return isMarkedUp(cell)
        || (plain.split(" ", -1).length >= FEWEST_WORDS && SENTENCE_END.matcher(plain).find());
  }

  static boolean isMarkedUp(String cell) {
    return PARAGRAPH.matcher(cell).find();
  }

  /**
   * Paragraphs of lines: parted by blank lines, but for one in mid-sentence, which a page break
   * left behind; where no line is blank, each that ends a sentence ends a paragraph.
   */
  static List<String> paragraphs(List<String> lines) {
    boolean spaced = lines.stream().anyMatch(String::isBlank);
    List<String> paragraphs = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      String text = plain(line.replace('\t', ' '));
      if (text.isEmpty()) {
        open = open && isOpen(paragraphs);
        continue;
      }
      boolean goesOn =
          open && (spaced || Character.isLowerCase(text.charAt(0)) || isOpen(paragraphs));
      if (goesOn) {
        paragraphs.add(paragraphs.remove(paragraphs.size() - 1) + " " + text);
      } else {
        paragraphs.add(text);
      }
      open = true;
    }
    return paragraphs;
  }

  private static boolean isOpen(List<String> paragraphs) {
    return !ENDS_SENTENCE.matcher(paragraphs.get(paragraphs.size() - 1)).matches();
  }
}
