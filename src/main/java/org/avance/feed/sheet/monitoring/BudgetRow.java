package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * A year of the budget table.
 *
 * @param cells what stands behind the year: two amounts and a share, unless some are lost
 */
record BudgetRow(int year, List<String> cells, SheetLine line) {
  private static final Pattern ROW =
      Pattern.compile("^[\\s\\p{Z}]*(?<year>(?:19|20)\\d\\d)(?<gap>[\\s\\p{Z}].*|)$");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]{2,}");
  private static final Pattern SINGLE = Pattern.compile("[\\p{Z}\\s]+(?!%)");

  /** Amounts and share. */
  static final int WIDTH = 3;

  BudgetRow {
    cells = List.copyOf(cells);
  }

  /** A line that begins with a year and whose other cells are figures or missing words. */
  static Optional<BudgetRow> of(SheetLine line, Cells words) {
    Matcher row = ROW.matcher(line.text());
    if (!row.matches()) {
      return Optional.empty();
    }
    List<String> cells = cells(row.group("gap"));
    boolean prose = cells.stream().anyMatch(cell -> isWord(cell, words));
    return prose
        ? Optional.empty()
        : Optional.of(new BudgetRow(Integer.parseInt(row.group("year")), cells, line));
  }

  private static boolean isWord(String cell, Cells words) {
    return !words.isMissing(cell) && cell.codePoints().noneMatch(Character::isDigit);
  }

  /** By tabs, where a cell may be blank; else by runs of spaces; else by single ones. */
  private static List<String> cells(String text) {
    if (text.indexOf('\t') >= 0) {
      return byTabs(text);
    }
    String inner = Texts.trimmed(text);
    List<String> apart = Arrays.asList(SPACES.split(inner));
    return apart.size() == WIDTH || inner.isEmpty()
        ? trimmed(apart)
        : trimmed(Arrays.asList(SINGLE.split(inner)));
  }

  private static List<String> byTabs(String text) {
    List<String> cells = new ArrayList<>(trimmed(List.of(text.split("\t", -1))));
    if (cells.get(0).isEmpty()) {
      cells.remove(0);
    }
    while (cells.size() < WIDTH) {
      cells.add("");
    }
    return trimmed(cells);
  }

  /** Without spaces, and without blank cells after the last column. */
  private static List<String> trimmed(List<String> cells) {
    List<String> trimmed = new ArrayList<>(cells.stream().map(Texts::trimmed).toList());
    while (trimmed.size() > WIDTH && trimmed.get(trimmed.size() - 1).isEmpty()) {
      trimmed.remove(trimmed.size() - 1);
    }
    return trimmed;
  }
}
