package org.avance.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** What a figure was before, by the history that the server keeps of facts. */
public final class FactVersions {
  /** More would not be read. */
  private static final int MOST = 50;

  private static final Table COVERAGE =
      new Table(
          "fct_coverage",
          "feed_id agency_id programme_id component_id year_key population_key sex_key geography_id",
          "");

  private static final Table INDICATOR =
      new Table(
          "fct_indicator_value",
          "feed_id indicator_id series_id unit_id year_key period_type_key period_number geography_id reporting_unit_id ordinal",
          "");

  private static final Table SCORE =
      new Table(
          "fct_score",
          "feed_id agency_id programme_id year_key score_dimension_id geography_id ordinal",
          "");

  /** A row of the view has every stage of the budget. */
  private static final Table BUDGET =
      new Table(
          "fct_budget",
          "feed_id agency_id programme_id year_key period_type_key quarter fund_year_key funding_source_id geography_id price_basis_key ordinal",
          "(SELECT stage.code FROM dim_budget_stage AS stage WHERE stage.stage_key = f.stage_key)");

  private static final Map<String, Table> TABLES =
      Map.of(
          "v_coverage_history", COVERAGE,
          "v_coverage_current", COVERAGE,
          "v_indicator_history", INDICATOR,
          "v_indicator_current", INDICATOR,
          "v_score_history", SCORE,
          "v_score_current", SCORE,
          "v_budget_history", BUDGET,
          "v_budget_current", BUDGET);

  /**
   * Where a view's facts lie.
   *
   * @param keys the columns that the view's key is made of, in its order
   * @param part expression that names a fact among those of one row; empty where a row is one fact
   */
  private record Table(String name, String keys, String part) {
    List<String> columns() {
      return Arrays.asList(keys.split(" ", -1));
    }
  }

  /**
   * One version of a fact.
   *
   * @param part stage of the budget; empty for other facts
   * @param figure empty where it is not stated
   * @param missing why it is not
   * @param from when it became visible, ISO 8601, UTC
   * @param to until when; empty where it still is
   */
  public record Version(
      String part,
      String figure,
      String missing,
      long delivery,
      String fileName,
      long line,
      String from,
      String to) {}

  private FactVersions() {}

  /**
   * All versions of a row's facts, the oldest first; none of a view that has no figures of its own.
   *
   * @param key what stands in the view's first column
   */
  public static List<Version> of(DataSource reader, String view, String key) {
    Optional<Table> found = Optional.ofNullable(TABLES.get(view));
    List<String> values = Arrays.asList(key.split("-", -1));
    if (found.isEmpty() || found.get().columns().size() != values.size()) {
      return List.of();
    }
    Rows rows = new Rows();
    Query.run(reader, sql(found.get()), values, rows);
    List<Version> versions = new ArrayList<>();
    rows.all().forEach(row -> versions.add(version(row)));
    return List.copyOf(versions);
  }

  /** A version that still stands ends with the last instant that the server knows. */
  private static String sql(Table table) {
    String where =
        IntStream.range(0, table.columns().size())
            .mapToObj(i -> "f." + table.columns().get(i) + " = ?")
            .collect(Collectors.joining(" AND "));
    return """
        SELECT %s AS part, f.figure AS figure,
          (SELECT reason.code FROM dim_missing_reason AS reason WHERE reason.missing_reason_key = f.missing_reason_key) AS missing,
          f.delivery_id AS delivery, d.file_name AS file_name, f.line_first AS line,
          TIMESTAMP'1970-01-01 00:00:00' + INTERVAL UNIX_TIMESTAMP(f.row_start) SECOND AS valid_from,
          IF(UNIX_TIMESTAMP(f.row_end) IN (2147483647.999999, 4294967295.999999), NULL,
            TIMESTAMP'1970-01-01 00:00:00' + INTERVAL UNIX_TIMESTAMP(f.row_end) SECOND) AS valid_to
        FROM %s FOR SYSTEM_TIME ALL AS f
        JOIN v_delivery AS d ON d.delivery_id = f.delivery_id
        WHERE %s
        ORDER BY part, f.row_start LIMIT %d
        """
        .formatted(table.part().isEmpty() ? "''" : table.part(), table.name(), where, MOST);
  }

  private static Version version(Map<String, Cell> row) {
    return new Version(
        text(row, "part"),
        text(row, "figure"),
        text(row, "missing"),
        Long.parseLong(text(row, "delivery")),
        text(row, "file_name"),
        Long.parseLong(text(row, "line")),
        instant(row, "valid_from"),
        instant(row, "valid_to"));
  }

  private static String instant(Map<String, Cell> row, String column) {
    String text = text(row, column);
    return text.isEmpty() ? "" : text + "Z";
  }

  private static String text(Map<String, Cell> row, String column) {
    return row.getOrDefault(column, new Cell.Null()).text();
  }
}
