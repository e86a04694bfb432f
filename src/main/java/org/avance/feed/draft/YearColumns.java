package org.avance.feed.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Columns of figures whose names differ in a year only.
 *
 * @param before text before the year in each name
 * @param after text behind it
 * @param columns two or more
 */
record YearColumns(String before, String after, List<Figure> columns) {
  private static final Pattern YEAR = Pattern.compile("(.*?)((?:19|20)\\d{2})(.*)");

  /** The largest group; empty where no two columns make one. */
  static Optional<YearColumns> among(List<Figure> figures) {
    Map<String, List<Figure>> groups =
        figures.stream()
            .filter(figure -> YEAR.matcher(figure.column().name()).matches())
            .collect(
                Collectors.groupingBy(
                    figure -> YEAR.matcher(figure.column().name()).replaceFirst("$1\u0000$3")));
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() > 1)
        .max(Map.Entry.comparingByValue((a, b) -> a.size() - b.size()))
        .map(YearColumns::of);
  }

  private static YearColumns of(Map.Entry<String, List<Figure>> group) {
    String name = group.getValue().get(0).column().name();
    Matcher parts = YEAR.matcher(name);
    return parts.matches()
        ? new YearColumns(parts.group(1), parts.group(3), group.getValue())
        : new YearColumns("", "", group.getValue());
  }

  /** The pattern of the columns' names, for YAML's single quotes. */
  String pattern() {
    String pattern = Page.literal(before) + "(?<year>\\d{4})" + Page.literal(after);
    return pattern.replace("'", "''");
  }
}
