package org.avance.extract.sheettext;

/**
 * One line of a document.
 *
 * @param page 1-based page; 0 where the format has no pages
 * @param place 1-based line on its page, or in the file where there are no pages
 * @param number 1-based line counted through the whole document; what facts keep as their line
 * @param text without its line end, otherwise as it stands; a tab parts two cells of a row
 */
public record SheetLine(int page, int place, long number, String text) {

  /** Where it stands, in words for a message: {@code line 12}, or {@code page 2, line 12}. */
  public String where() {
    return page == 0 ? "line " + place : "page " + page + ", line " + place;
  }
}
