package org.avance.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * A table that deliveries are merged into: its natural key, what it says, and where that came from.
 * The statements of a merge are made from these lists, so that every kind of fact is merged alike.
 *
 * @param name table
 * @param key natural key, feed first
 * @param values a change in any of them is a new version
 * @param lineage written with each version, never a reason for one
 */
record FactTable(String name, List<String> key, List<String> values, List<String> lineage) {

  static final FactTable COVERAGE =
      new FactTable(
          "fct_coverage",
          List.of(
              "feed_id",
              "agency_id",
              "programme_id",
              "component_id",
              "year_key",
              "population_key",
              "sex_key",
              "geography_id"),
          List.of(
              "unit_id",
              "figure",
              "missing_reason_key",
              "missing_text",
              "as_of",
              "source",
              "note",
              "assumed",
              "is_ambiguous"),
          List.of("delivery_id", "line_first", "line_last", "record_count"));

  static final FactTable BUDGET =
      new FactTable(
          "fct_budget",
          List.of(
              "feed_id",
              "agency_id",
              "programme_id",
              "year_key",
              "period_type_key",
              "quarter",
              "fund_year_key",
              "stage_key",
              "funding_source_id",
              "geography_id",
              "price_basis_key",
              "ordinal"),
          List.of(
              "figure",
              "missing_reason_key",
              "missing_text",
              "as_of",
              "note",
              "assumed",
              "is_ambiguous"),
          List.of("delivery_id", "line_first", "line_last", "record_count"));

  static final FactTable COVERAGE_JUDGEMENT =
      new FactTable(
          "fct_coverage_judgement",
          COVERAGE.key(),
          List.of(
              "segment",
              "is_break",
              "is_jump",
              "is_scale_slip",
              "change_percent",
              "served_over_target",
              "served_over_potential",
              "target_over_potential",
              "rulebook_version",
              "rule_status"),
          List.of("delivery_id"));

  static FactTable of(FactKind kind) {
    return switch (kind) {
      case COVERAGE -> COVERAGE;
      case BUDGET -> BUDGET;
    };
  }

  List<String> columns() {
    return Stream.of(key, values, lineage).flatMap(List::stream).toList();
  }

  String columnList(@Nullable String alias) {
    String prefix = alias == null ? "" : alias + ".";
    return columns().stream().map(c -> prefix + c).collect(Collectors.joining(", "));
  }

  /** {@code f.feed_id = k.feed_id AND …} */
  String sameKey() {
    return key.stream().map(c -> "f." + c + " = k." + c).collect(Collectors.joining(" AND "));
  }

  /** {@code f.figure <=> k.figure AND …}; the only guard against versions that change nothing. */
  String sameValues() {
    return values.stream().map(c -> "f." + c + " <=> k." + c).collect(Collectors.joining(" AND "));
  }

  /** {@code f.figure = k.figure, …} */
  String assignments() {
    return Stream.concat(values.stream(), lineage.stream())
        .map(c -> "f." + c + " = k." + c)
        .collect(Collectors.joining(", "));
  }
}
