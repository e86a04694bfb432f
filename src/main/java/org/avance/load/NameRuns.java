package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an indicator is called over the years: from statements, each of some years that follow one
 * another, to runs of years in which nothing changes. Where two statements of one identity speak of
 * the same year, the one whose text sorts first stands, so that the order of a file's rows does not
 * tell.
 */
final class NameRuns {
  private NameRuns() {}

  /**
   * A statement.
   *
   * @param identity what it says the indicator is; a hash
   * @param kind kind of the facts that make it
   * @param statement its number among that kind's
   * @param text number, frequency and definition; a hash
   * @param line where it first stands
   */
  record Span(
      String identity,
      String kind,
      int statement,
      String text,
      int firstYear,
      int lastYear,
      long line) {}

  /** A statement and the years in which it stands. */
  record Run(Span said, int firstYear, int lastYear, long line) {}

  static Span span(ResultSet row, int number) throws SQLException {
    return new Span(
        row.getString("identity_hash"),
        row.getString("kind"),
        row.getInt("statement_no"),
        row.getString("text"),
        row.getInt("first_year"),
        row.getInt("last_year"),
        row.getLong("first_line"));
  }

  /**
   * The runs of all identities.
   *
   * @param spans those of one identity side by side
   */
  static List<Run> of(List<Span> spans) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= spans.size(); i++) {
      if (i == spans.size() || !spans.get(i).identity().equals(spans.get(from).identity())) {
        runs.addAll(ofOne(spans.subList(from, i)));
        from = i;
      }
    }
    return runs;
  }

  private static List<Run> ofOne(List<Span> spans) {
    if (spans.size() == 1) {
      Span only = spans.get(0);
      return List.of(new Run(only, only.firstYear(), only.lastYear(), only.line()));
    }
    Map<Integer, Span> byYear = new TreeMap<>();
    for (Span span : spans) {
      for (int year = span.firstYear(); year <= span.lastYear(); year++) {
        byYear.merge(year, span, NameRuns::first);
      }
    }
    List<Run> runs = new ArrayList<>();
    byYear.forEach((year, span) -> extend(runs, year, span));
    return runs;
  }

  private static Span first(Span one, Span other) {
    int order = one.text().compareTo(other.text());
    if (order == 0) {
      return one.line() <= other.line() ? one : other;
    }
    return order < 0 ? one : other;
  }

  private static void extend(List<Run> runs, int year, Span span) {
    Run last = runs.isEmpty() ? new Run(span, year, year - 2, 0) : runs.get(runs.size() - 1);
    if (last.lastYear() == year - 1 && last.said().text().equals(span.text())) {
      long line = Math.min(last.line(), span.line());
      runs.set(runs.size() - 1, new Run(last.said(), last.firstYear(), year, line));
    } else {
      runs.add(new Run(span, year, year, span.line()));
    }
  }
}
