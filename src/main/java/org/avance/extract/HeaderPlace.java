package org.avance.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a table's header stands. */
public sealed interface HeaderPlace {

  /** Rows that are searched for a header known by what it says. */
  int ROWS_SEARCHED = 200;

  /**
   * True where this row ends the header.
   *
   * @param number 1-based, from the top of the file
   */
  boolean endsAt(long number, List<String> cells);

  /** Rows the header takes up; 0 where the table has none. */
  int height();

  /** The last row, counted from the top, that can end the header. */
  int lastCandidate();

  /** The header expected, in words for a message. */
  String describe();

  /** True where these rows, the file's first, hold the header: one layout is told from another. */
  default boolean standsIn(List<List<String>> firstRows) {
    if (height() == 0) {
      return true;
    }
    for (int i = 0; i < Math.min(firstRows.size(), lastCandidate()); i++) {
      if (endsAt(i + 1L, firstRows.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** By number, 1-based; the names of several rows are joined downwards. */
  record Rows(int first, int last) implements HeaderPlace {
    public Rows {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("no header rows: " + first + " to " + last);
      }
    }

    @Override
    public boolean endsAt(long number, List<String> cells) {
      return number == last;
    }

    @Override
    public int height() {
      return last - first + 1;
    }

    @Override
    public int lastCandidate() {
      return last;
    }

    @Override
    public String describe() {
      return first == last ? "a header in row " + first : "a header in rows " + first + "-" + last;
    }
  }

  /**
   * The first row that holds all these names, compared as {@link ColumnName} does.
   *
   * @param columns as the descriptor writes them
   */
  record Containing(List<String> columns) implements HeaderPlace {
    public Containing {
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("no column names to find the header by");
      }
      columns = List.copyOf(columns);
    }

    @Override
    public boolean endsAt(long number, List<String> cells) {
      Set<String> names = new HashSet<>();
      cells.forEach(cell -> names.add(ColumnName.normalised(cell)));
      return columns.stream().map(ColumnName::normalised).allMatch(names::contains);
    }

    @Override
    public int height() {
      return 1;
    }

    @Override
    public int lastCandidate() {
      return ROWS_SEARCHED;
    }

    @Override
    public String describe() {
      return "a row that holds the columns `" + String.join("`, `", columns) + "`";
    }
  }

  /** The first row one of whose cells, stripped, matches the pattern as a whole. */
  record Matching(Pattern pattern) implements HeaderPlace {

    @Override
    public boolean endsAt(long number, List<String> cells) {
      return cells.stream().anyMatch(cell -> pattern.matcher(cell.strip()).matches());
    }

    @Override
    public int height() {
      return 1;
    }

    @Override
    public int lastCandidate() {
      return ROWS_SEARCHED;
    }

    @Override
    public String describe() {
      return "a row with a cell that matches `" + pattern + "`";
    }
  }

  /** No header row: the first row is a record, and the names are given. */
  record None(List<String> names) implements HeaderPlace {
    public None {
      names = List.copyOf(names);
    }

    @Override
    public boolean endsAt(long number, List<String> cells) {
      return false;
    }

    @Override
    public int height() {
      return 0;
    }

    @Override
    public int lastCandidate() {
      return 0;
    }

    @Override
    public String describe() {
      return "no header";
    }
  }
}
