package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * Finds the labelled rows of the coverage sections.
 *
 * <ul>
 *   <li>A label begins a line with a capital and may go on over several lines.
 *   <li>Behind it stand a tab, two spaces, a colon, a number, or nothing: a label within a sentence
 *       is followed by a word.
 *   <li>The value is the rest of the label's last line; where that is blank, the line right below,
 *       if it begins with a figure or is a word for a missing value. A lone number of up to three
 *       digits there may be a page's: it is doubtful.
 * </ul>
 */
final class CoverageRows {
  private static final Pattern APART =
      Pattern.compile("^(?:\\s*:|\\t| {2,}|\\s*$).*|^\\s*[-+−.]?\\d.*");
  private static final Pattern FIGURE = Pattern.compile("^[-+−]?\\d.*");
  private static final Pattern LONE = Pattern.compile("\\d{1,3}");
  private static final Pattern PAGE = Pattern.compile("0\\d{1,2}|\\d+ ?/ ?\\d+");
  private static final Pattern VALUE_MARKS = Pattern.compile("^[\\s:]+");

  private final List<SheetLine> all;

  /** Without blank lines and page numbers, between which a label may go on. */
  private final List<SheetLine> lines;

  private final Cells cells;
  private final List<Integer> starts = new ArrayList<>();
  private final String text;
  private final String bare;

  private CoverageRows(List<SheetLine> all, Cells cells) {
    this.all = all;
    this.lines = all.stream().filter(CoverageRows::isPrinted).toList();
    this.cells = cells;
    StringBuilder joined = new StringBuilder();
    for (SheetLine line : lines) {
      starts.add(joined.length());
      joined.append(line.text()).append('\n');
    }
    this.text = joined.toString();
    this.bare = Bare.of(text);
  }

  static List<CoverageRow> of(List<SheetLine> lines, Cells cells) {
    return new CoverageRows(lines, cells).rows();
  }

  private List<CoverageRow> rows() {
    List<CoverageRow> rows = new ArrayList<>();
    int past = 0;
    for (int line = 0; line < lines.size(); line++) {
      int from = firstLetter(starts.get(line));
      Optional<Match> match = from < past ? Optional.empty() : label(from);
      if (match.isPresent()) {
        rows.add(row(line, match.get()));
        past = match.get().end();
      }
    }
    return rows;
  }

  private record Match(CoverageLabel label, int end) {}

  private Optional<Match> label(int from) {
    if (from >= text.length() || !Character.isUpperCase(text.charAt(from))) {
      return Optional.empty();
    }
    for (CoverageLabel label : CoverageLabel.values()) {
      Matcher match = label.pattern().matcher(bare).region(from, bare.length());
      if (match.lookingAt() && isApart(label, match.end())) {
        return Optional.of(new Match(label, match.end()));
      }
    }
    return Optional.empty();
  }

  private boolean isApart(CoverageLabel label, int end) {
    String rest = text.substring(end, lineEnd(end));
    boolean unit = label == CoverageLabel.UNIT && rest.matches("[\\s\\p{Z}]+\\p{Lu}.*");
    return unit || APART.matcher(Bare.of(rest)).matches() || cells.isMissing(rest);
  }

  private CoverageRow row(int first, Match match) {
    List<SheetLine> own = lines.subList(first, lineAt(match.end()) + 1);
    String value = value(match.end());
    Optional<SheetLine> below = value.isEmpty() ? below(own.get(own.size() - 1)) : Optional.empty();
    if (below.isEmpty()) {
      return new CoverageRow(match.label(), value, false, own);
    }
    String printed = Texts.folded(below.get().text());
    if (LONE.matcher(printed).matches()) {
      return new CoverageRow(match.label(), "", true, own);
    }
    List<SheetLine> both = new ArrayList<>(own);
    both.add(below.get());
    return new CoverageRow(match.label(), printed, false, both);
  }

  /** The line right below, if it may be a value. */
  private Optional<SheetLine> below(SheetLine line) {
    return all.stream()
        .filter(each -> each.number() == line.number() + 1 && each.page() == line.page())
        .filter(each -> isValue(Texts.folded(each.text())))
        .findFirst();
  }

  private boolean isValue(String printed) {
    return !printed.isEmpty()
        && !PAGE.matcher(printed).matches()
        && (FIGURE.matcher(printed).matches() || cells.isMissing(printed));
  }

  private static boolean isPrinted(SheetLine line) {
    return !Texts.trimmed(line.text()).isEmpty() && !Furniture.isPageNumber(line);
  }

  private String value(int from) {
    return VALUE_MARKS.matcher(Texts.trimmed(text.substring(from, lineEnd(from)))).replaceAll("");
  }

  private int firstLetter(int from) {
    int at = from;
    while (at < text.length() && (bare.charAt(at) == ' ' || bare.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private int lineEnd(int from) {
    return text.indexOf('\n', from);
  }

  private int lineAt(int offset) {
    int line = 0;
    while (line + 1 < starts.size() && starts.get(line + 1) <= offset) {
      line++;
    }
    return line;
  }
}
