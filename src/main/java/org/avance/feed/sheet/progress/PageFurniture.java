package org.avance.feed.sheet.progress;

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

  private static final Pattern HEADER = Pattern.compile("\\p{Lu}[^\\t<]*[^.!?:;\\t]");

  private final Vocabularies words;
  private final Map<String, Integer> times = new HashMap<>();

  private PageFurniture(Vocabularies words) {
    this.words = words;
  }

  /** The lines of the document itself, blank ones too. */
  static List<SheetLine> without(List<SheetLine> lines, Vocabularies words) {
    PageFurniture furniture = new PageFurniture(words);
    lines.forEach(line -> furniture.times.merge(bare(line), 1, Integer::sum));
    boolean[] first = {true};
    return lines.stream()
        .filter(line -> line.text().isBlank() || !furniture.is(line, first))
        .toList();
  }

  private boolean is(SheetLine line, boolean[] first) {
    String text = Texts.folded(line.text());
    if (PAGE_NUMBER.matcher(text).matches()) {
      return true;
    }
    boolean isTitle = first[0];
    first[0] = false;
    return !isTitle && times.getOrDefault(bare(line), 0) > 1 && mayRepeat(text, line.text());
  }

  /** Whether a text that comes again is a header: labels and pieces of them come again, too. */
  private boolean mayRepeat(String text, String raw) {
    return HEADER.matcher(raw.strip()).matches() && text.indexOf(' ') > 0 && !isOfTheSheet(text);
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
