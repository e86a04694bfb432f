package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * What stands on a page and not in the document: page numbers, and headers and footers, which are
 * lines of words that come again and end no sentence.
 */
final class PageFurniture {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-\u2013\u2014\\s|]*(?:p[aá]g(?:ina)?s?\\.?\\s*)?\\d{1,3}(?:\\s*(?:de|/)\\s*\\d{1,3})?[-\u2013\u2014\\s|]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern WITH_PAGE_NUMBER =
      Pattern.compile(
          "(.*\\p{L}.*?)[\\s|\u00B7\u2013\u2014-]+(?:p[aá]g(?:ina)?\\.?\\s*\\d{1,3}(?:\\s*(?:de|/)\\s*\\d{1,3})?|[|\u00B7\u2013\u2014-]\\s*\\d{1,3})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A header that says so itself: {@code Cédula | 3}, {@code Cédula, página 3 de 9}. */
  private static final Pattern SAYS_PAGE =
      Pattern.compile(
          "[^\\t]*\\p{L}[^\\t]*(?:\\|\\s*|\\bp[aá]g(?:ina)?\\.?\\s*)\\d{1,3}(?:\\s*(?:de|/)\\s*\\d{1,3})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern HEADER = Pattern.compile("\\p{Lu}[^\\t<]*[^.!?:;\\t]");

  private final Vocabularies words;
  private final List<SheetLine> lines;
  private final Map<String, Integer> times = new HashMap<>();

  private PageFurniture(List<SheetLine> lines, Vocabularies words) {
    this.lines = lines;
    this.words = words;
    lines.forEach(line -> times.merge(bare(line), 1, Integer::sum));
  }

  /** The lines of the document itself, blank ones too. */
  static List<SheetLine> without(List<SheetLine> lines, Vocabularies words) {
    PageFurniture furniture = new PageFurniture(lines, words);
    List<SheetLine> rest = new ArrayList<>();
    boolean isTitle = true;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).text().isBlank()) {
        rest.add(lines.get(i));
      } else if (!furniture.isNumber(i) && (isTitle || !furniture.isHeader(i))) {
        rest.add(lines.get(i));
        isTitle = false;
      }
    }
    return rest;
  }

  private boolean isNumber(int at) {
    String text = Texts.folded(lines.get(at).text());
    return PAGE_NUMBER.matcher(text).matches() || SAYS_PAGE.matcher(text).matches();
  }

  /**
   * Lines of words that come again; each stands at the end of a page, or beside a blank line or a
   * page number. Labels come again, too.
   */
  private boolean isHeader(int at) {
    String line = lines.get(at).text();
    return times.getOrDefault(bare(lines.get(at)), 0) > 1
        && HEADER.matcher(line.strip()).matches()
        && line.indexOf('\t') < 0
        && line.strip().indexOf(' ') > 0
        && (isEdge(at, at - 1) || isEdge(at, at + 1))
        && !isOfTheSheet(Texts.folded(line));
  }

  private boolean isEdge(int at, int beside) {
    return beside < 0
        || beside == lines.size()
        || lines.get(beside).text().isBlank()
        || lines.get(beside).page() != lines.get(at).page()
        || isNumber(beside);
  }

  private boolean isOfTheSheet(String text) {
    for (Part part : Part.values()) {
      if (part.words(Cells.of(text).first()) > 0) {
        return true;
      }
    }
    return words.anyCouldBelong(text);
  }

  /** The text without its page number. */
  private static String bare(SheetLine line) {
    String text = Texts.folded(line.text());
    var numbered = WITH_PAGE_NUMBER.matcher(text);
    return Texts.key(numbered.matches() ? numbered.group(1) : text);
  }
}
