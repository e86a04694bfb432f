package org.avance.extract.sheettext;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a document.
 *
 * @param page 1-based page; 0 where the format has no pages
 * @param place 1-based line on its page, or in the file where there are no pages
 * @param number 1-based line counted through the whole document; what facts keep as their line
 * @param text without its line end, otherwise as it stands; a tab parts two cells of a row
 */
public record SheetLine(int page, int place, long number, String text) {
  private static final Pattern TAB = Pattern.compile("\t");

  /** Behind a full stop some write two spaces; three are meant as a gap. */
  private static final Pattern RUN_OF_SPACES = Pattern.compile("[ \u00A0]{3,}");

  private static final Pattern AROUND = Pattern.compile("^[\\s\u00A0]+|[\\s\u00A0]+$");

  /** Where it stands, in words for a message: {@code line 12}, or {@code page 2, line 12}. */
  public String where() {
    return page == 0 ? "line " + place : "page " + page + ", line " + place;
  }

  /**
   * The cells of the line, without the white space around them; a line of prose is one cell.
   *
   * <p>Where the line has a tab, each tab parts two cells, and empty ones are kept, so that a
   * cell's position is its column. Else runs of three or more spaces or no-break spaces part them;
   * such a line can't show which cells are empty.
   */
  public List<String> cells() {
    boolean hasTabs = text.indexOf('\t') >= 0;
    String[] cells = hasTabs ? TAB.split(text, -1) : RUN_OF_SPACES.split(trimmed(text));
    return Arrays.stream(cells).map(SheetLine::trimmed).toList();
  }

  private static String trimmed(String cell) {
    return AROUND.matcher(cell).replaceAll("");
  }
}
