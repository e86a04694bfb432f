package org.avance.extract.sheettext;

import org.avance.issue.RefusedFile;

/**
 * Text as an editor shows it. A line ends at {@code \n}, {@code \r}, {@code \r\n}, U+2028, U+2029
 * and at a form feed, which begins a page as well; a document without one has no pages.
 */
final class PlainText {
  private static final char PAGE_BREAK = '\f';
  private static final String ENDS = "\n\r\f\u2028\u2029";

  private final String text;
  private final Lines lines;
  private int at;
  private int page;

  private PlainText(String text, Limits limits) {
    this.text = text;
    this.lines = new Lines(limits);
    this.page = text.indexOf(PAGE_BREAK) < 0 ? 0 : 1;
  }

  static SheetText read(String text, Limits limits) throws RefusedFile {
    return new PlainText(text, limits).read();
  }

  private SheetText read() throws RefusedFile {
    lines.page(page);
    while (at < text.length()) {
      if (text.charAt(at) == PAGE_BREAK) {
        lines.page(++page);
        at++;
      } else {
        takeLine();
      }
    }
    return lines.text();
  }

  /** Up to the line's end and over it, but not over a page break: that begins the next page. */
  private void takeLine() throws RefusedFile {
    int start = at;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    lines.add(text.substring(start, at));
    if (text.startsWith("\r\n", at)) {
      at += 2;
    } else if (at < text.length() && text.charAt(at) != PAGE_BREAK) {
      at++;
    }
  }
}
