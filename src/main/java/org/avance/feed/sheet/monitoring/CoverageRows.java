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
 *   <li>The value is the rest of the label's last line; where that is blank, the next line, if it
 *       begins with a figure or is a word for a missing value.
 * </ul>
 */
final class CoverageRows {
  private static final Pattern APART =
      Pattern.compile("^(?:\\s*:|\\t| {2,}|\\s*$).*|^\\s*[-+−.]?\\d.*");
  private static final Pattern FIGURE = Pattern.compile("^[-+−]?\\d.*");
  private static final Pattern VALUE_MARKS = Pattern.compile("^[\\s:]+");

  private final List<SheetLine> lines;
  private final Cells cells;
  private final List<Integer> starts = new ArrayList<>();
  private final String text;
  private final String bare;

  private CoverageRows(List<SheetLine> lines, Cells cells) {
    this.lines = lines;
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
    int last = lineAt(match.end());
    String value = value(match.end());
    if (!value.isEmpty() || last + 1 >= lines.size()) {
      return new CoverageRow(match.label(), value, false, lines.subList(first, last + 1));
    }
    SheetLine next = lines.get(last + 1);
    String below = Texts.folded(next.text());
    boolean doubtful = Furniture.isPageNumber(next);
    boolean goesOn =
        FIGURE.matcher(below).matches() || (!below.isEmpty() && cells.isMissing(below));
    return doubtful || !goesOn
        ? new CoverageRow(match.label(), "", doubtful, lines.subList(first, last + 1))
        : new CoverageRow(match.label(), below, false, lines.subList(first, last + 2));
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
