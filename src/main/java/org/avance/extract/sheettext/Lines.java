package org.avance.extract.sheettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Lines as they come, numbered, and no more of them than the limits allow. */
final class Lines {
  private final Limits limits;
  private final List<SheetLine> lines = new ArrayList<>();
  private int page;
  private int place;
  private long chars;

  Lines(Limits limits) {
    this.limits = limits;
  }

  /** From here on lines are counted on this page. */
  void page(int number) {
    page = number;
    place = 0;
  }

  void add(CharSequence text) throws RefusedFile {
    place++;
    SheetLine line = new SheetLine(page, place, lines.size() + 1L, text.toString());
    chars += text.length();
    if (text.length() > limits.lineChars()) {
      throw tooLong(line);
    }
    if (lines.size() == limits.lines()) {
      throw Refusals.tooLarge("lines", lines.size() + 1L, limits.lines());
    }
    if (chars > limits.chars()) {
      throw Refusals.tooLarge("characters", chars, limits.chars());
    }
    lines.add(line);
  }

  private RefusedFile tooLong(SheetLine line) {
    int length = line.text().length();
    String message =
        String.format(
            Locale.ROOT,
            "%s: expected a line of at most %d characters, found %d",
            line.where(),
            limits.lineChars(),
            length);
    return new RefusedFile(
        new Issue(
            IssueCode.DOCUMENT_TOO_LARGE,
            Location.line(line.number()),
            Integer.toString(length),
            message,
            "lines of up to %d characters".formatted(limits.lineChars())));
  }

  /** The document, unless nothing of it is text. */
  SheetText text() throws RefusedFile {
    if (lines.stream().allMatch(line -> line.text().isBlank())) {
      throw Refusals.empty();
    }
    return new SheetText(lines);
  }
}
