package org.avance.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Finds the row of a view that somebody asks about; read as the account that queries. */
public final class Trace {
  /** How many rows are told of where several are meant. */
  private static final int TOLD = 10;

  /** Counting on would only cost. */
  static final int COUNTED = 1_000;

  private final DataSource reader;

  public Trace(DataSource reader) {
    this.reader = reader;
  }

  /**
   * A column and the value it is to have.
   *
   * @param column empty for the view's key
   */
  public record Condition(String column, String value) {}

  /**
   * A row of a view.
   *
   * @param values texts by column, in the view's order; a column without a value is not there
   */
  public record Row(String view, Map<String, String> values) {
    public Row {
      values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A column's text; empty where the row has no value in it. */
    public String text(String column) {
      return values.getOrDefault(column, "");
    }

    public boolean has(String column) {
      return values.containsKey(column);
    }
  }

  /**
   * What is meant.
   *
   * @param columns of the view, its key first
   * @param rows those that match, {@link #TOLD} at most
   * @param count how many match, {@link #COUNTED} at most
   */
  public record Found(String view, List<String> columns, List<Row> rows, long count) {
    public Found {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** The column that alone tells its rows apart; every view begins with it. */
    public String key() {
      return columns.get(0);
    }
  }

  /**
   * The rows of a view that meet all conditions.
   *
   * @throws QueryRefused where there is no such view or column, or rows of the view come from no
   *     line
   */
  public Found find(String view, List<Condition> conditions) {
    List<String> columns = columns(view);
    if (Lineage.of(columns).isEmpty()) {
      throw new QueryRefused(
          "Rows of %s come from no single line: they are counted or listed from others. Traced can be rows of %s."
              .formatted(view, String.join(", ", traceable())));
    }
    List<String> parameters = new ArrayList<>();
    String where =
        conditions.stream()
            .map(condition -> where(named(condition, view, columns), parameters))
            .collect(Collectors.joining(" AND "));
    List<Row> rows = rows(view, where, parameters);
    long count = rows.size() <= TOLD ? rows.size() : count(view, where, parameters);
    return new Found(view, columns, rows.subList(0, Math.min(TOLD, rows.size())), count);
  }

  /**
   * A condition that no row meets, whatever the others say.
   *
   * @param alike other columns whose names begin with the same word
   */
  public record Unmet(String column, String value, List<String> alike) {
    public Unmet {
      alike = List.copyOf(alike);
    }
  }

  /** Which conditions are why no row meets them all. */
  public List<Unmet> unmet(Found found, List<Condition> conditions) {
    List<Unmet> unmet = new ArrayList<>();
    for (Condition each : conditions) {
      Condition condition = named(each, found.view(), found.columns());
      List<String> parameters = new ArrayList<>();
      String where = where(condition, parameters);
      if (conditions.size() == 1 || rows(found.view(), where, parameters).isEmpty()) {
        unmet.add(
            new Unmet(
                condition.column(), condition.value(), alike(condition.column(), found.columns())));
      }
    }
    return unmet;
  }

  private static List<String> alike(String column, List<String> columns) {
    String word = column.replaceFirst("_.*", "_");
    return columns.stream()
        .filter(
            each -> each.startsWith(word) && !each.equals(column) && !each.matches(".*_(es|en)"))
        .toList();
  }

  private static Condition named(Condition condition, String view, List<String> columns) {
    String column = condition.column().isEmpty() ? columns.get(0) : condition.column();
    if (!columns.contains(column)) {
      List<String> near = Nearest.to(column, columns);
      throw new QueryRefused(
          "%s has no column named %s. %s"
              .formatted(
                  view,
                  column,
                  near.isEmpty()
                      ? "It has %s.".formatted(String.join(", ", columns))
                      : "Nearest: %s.".formatted(String.join(", ", near))));
    }
    return new Condition(column, condition.value());
  }

  private static String where(Condition condition, List<String> parameters) {
    if (condition.value().isEmpty()) {
      return "(`%1$s` IS NULL OR `%1$s` = '')".formatted(condition.column());
    }
    parameters.add(condition.value());
    return "`%s` = ?".formatted(condition.column());
  }

  private List<Row> rows(String view, String where, List<String> parameters) {
    Rows found = new Rows();
    Query.run(
        reader,
        "SELECT * FROM `%s` WHERE %s LIMIT %d".formatted(view, where, TOLD + 1),
        parameters,
        found);
    return found.all().stream().map(row -> new Row(view, texts(row, value -> true))).toList();
  }

  private static Map<String, String> texts(Map<String, Cell> row, Predicate<String> which) {
    Map<String, String> texts = new LinkedHashMap<>();
    row.forEach(
        (column, cell) -> {
          if (!(cell instanceof Cell.Null) && which.test(column)) {
            texts.put(column, cell.text());
          }
        });
    return texts;
  }

  private long count(String view, String where, List<String> parameters) {
    Rows found = new Rows();
    Query.run(
        reader,
        "SELECT COUNT(*) AS n FROM (SELECT 1 FROM `%s` WHERE %s LIMIT %d) AS matching"
            .formatted(view, where, COUNTED),
        parameters,
        found);
    return Long.parseLong(found.all().get(0).getOrDefault("n", new Cell.Null()).text());
  }

  /** Names of a view's columns in their order. */
  private List<String> columns(String view) {
    List<String> columns =
        names(
            """
            SELECT column_name AS name FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position
            """,
            view);
    if (columns.isEmpty() || !view.matches("\\w+")) {
      List<String> near = Nearest.to(view, names(VIEWS, "%"));
      throw new QueryRefused(
          "No view is named %s. %s"
              .formatted(
                  view,
                  near.isEmpty()
                      ? "Traced can be rows of %s.".formatted(String.join(", ", traceable()))
                      : "Nearest: %s.".formatted(String.join(", ", near))));
    }
    return columns;
  }

  private static final String VIEWS =
      """
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_type = 'VIEW' AND table_name LIKE ? ORDER BY 1
      """;

  private List<String> traceable() {
    return names(
        """
        SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name LIKE ? AND column_name REGEXP '^line(_a|_before)?$' ORDER BY 1
        """,
        "v\\_%");
  }

  private List<String> names(String sql, String parameter) {
    Rows found = new Rows();
    Query.run(reader, sql, List.of(parameter), found);
    return found.all().stream()
        .map(row -> row.getOrDefault("name", new Cell.Null()).text())
        .toList();
  }

  /**
   * A place that a row comes from.
   *
   * @param which tells two places of a row apart: {@code a} and {@code b}, {@code before} and
   *     {@code after}; empty where there is one
   * @param delivery its key; 0 where the row comes from none
   * @param firstLine 0 for the delivery as a whole
   */
  public record Place(String which, long delivery, long firstLine, long lastLine) {}

  /** Where a row comes from; what has no delivery is left out. */
  public static List<Place> places(Row row, List<String> columns) {
    List<Place> places = new ArrayList<>();
    for (Lineage each : Lineage.of(columns)) {
      if (row.has(each.delivery())) {
        long first = number(row, each.line());
        long last = Optional.of(number(row, each.lastLine())).filter(n -> n > 0).orElse(first);
        places.add(new Place(each.which(), number(row, each.delivery()), first, last));
      }
    }
    return List.copyOf(places);
  }

  private static long number(Row row, String column) {
    String text = row.text(column);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
