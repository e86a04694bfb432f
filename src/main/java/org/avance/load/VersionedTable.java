package org.avance.load;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.FactKind;

/**
 * A system-versioned table that deliveries are merged into: its natural key, what it says, and
 * where that came from. The statements of a merge are made from these lists, so that facts of every
 * kind, judgements, names and definitions are merged alike.
 *
 * @param name table
 * @param key natural key, the feed among it
 * @param values a change in any of them is a new version
 * @param texts values, too, compared to the letter: the collation takes an accent for nothing
 * @param lineage written with each version, never a reason for one
 */
record VersionedTable(
    String name, List<String> key, List<String> values, List<String> texts, List<String> lineage) {

  private static final List<String> FACT_LINEAGE =
      words("delivery_id line_first line_last record_count");
  private static final List<String> NAME_LINEAGE = words("name delivery_id line");

  static final VersionedTable COVERAGE =
      new VersionedTable(
          "fct_coverage",
          words(
              """
              feed_id agency_id programme_id component_id year_key population_key sex_key
              geography_id"""),
          words("unit_id figure missing_reason_key as_of is_ambiguous"),
          words("missing_text source note caveats assumed"),
          FACT_LINEAGE);

  static final VersionedTable BUDGET =
      new VersionedTable(
          "fct_budget",
          words(
              """
              feed_id agency_id programme_id year_key period_type_key quarter fund_year_key
              stage_key funding_source_id geography_id price_basis_key ordinal"""),
          words("figure missing_reason_key as_of is_ambiguous"),
          words("missing_text note assumed"),
          FACT_LINEAGE);

  static final VersionedTable INDICATOR =
      new VersionedTable(
          "fct_indicator_value",
          words(
              """
              feed_id indicator_id series_id unit_id year_key period_type_key period_number
              geography_id reporting_unit_id ordinal"""),
          words(
              """
              agency_id programme_id objective_id direction_key figure missing_reason_key baseline
              baseline_year target_type_key target_min target_max target_due_year interim_target
              adjusted_target numerator denominator green_up_to yellow_up_to is_partial as_of
              is_ambiguous printed_progress_key printed_interim_key printed_trend_key
              printed_light_key"""),
          words(
              """
              missing_text target_text printed_progress printed_interim printed_trend
              printed_light status plan note assumed"""),
          FACT_LINEAGE);

  static final VersionedTable SCORE =
      new VersionedTable(
          "fct_score",
          words(
              """
              feed_id agency_id programme_id year_key score_dimension_id geography_id ordinal"""),
          words("figure missing_reason_key as_of is_ambiguous"),
          words("missing_text printed_class note assumed"),
          FACT_LINEAGE);

  static final VersionedTable ASSESSMENT =
      new VersionedTable(
          "fct_indicator_assessment",
          words("feed_id indicator_id year_key ordinal"),
          words(
              """
              agency_id programme_id objective_id role_key direction_key quality_key focus_key
              suggested_focus_key figure missing_reason_key adequacy_met clarity_met relevance_met
              monitorability_met pertinence_met printed_interim_key printed_progress_key
              is_ambiguous"""),
          words(
              """
              missing_text other_marks printed_role printed_direction printed_quality
              printed_interim printed_progress note assumed"""),
          FACT_LINEAGE);

  static final VersionedTable DISTRIBUTION =
      new VersionedTable(
          "fct_published_distribution",
          words(
              """
              feed_id agency_id programme_id year_key focus_key distribution_class_key ordinal"""),
          words("figure missing_reason_key percent is_ambiguous"),
          words("missing_text printed assumed"),
          FACT_LINEAGE);

  static final VersionedTable FINDING =
      new VersionedTable(
          "fct_finding",
          words(
              """
              feed_id agency_id programme_id year_key finding_kind_key subject_code number
              ordinal"""),
          words("figure missing_reason_key is_ambiguous"),
          words("missing_text subject text assumed"),
          FACT_LINEAGE);

  static final VersionedTable INDICATOR_JUDGEMENT =
      new VersionedTable(
          "fct_indicator_judgement",
          INDICATOR.key(),
          words(
              """
              segment is_break progress_percent expected_percent progress_key progress_reason_key
              progress_status interim_key interim_reason_key interim_status trend_key
              trend_reason_key trend_status is_favourable slope compliance_percent light_key
              light_reason_key light_status original_compliance_percent original_light_key
              is_poor_planning rulebook_version"""),
          List.of(),
          words("delivery_id"));

  /** Code, name, level and unit are known to the hash in the key. */
  static final VersionedTable INDICATOR_NAME =
      new VersionedTable(
          "dim_indicator_name",
          words("indicator_id feed_id year_key identity_hash"),
          words("last_year"),
          words("number frequency definition"),
          words("code name level unit_id delivery_id line"));

  static final VersionedTable COVERAGE_JUDGEMENT =
      new VersionedTable(
          "fct_coverage_judgement",
          COVERAGE.key(),
          words(
              """
              segment is_break is_jump is_scale_slip change_percent served_over_target
              served_over_potential target_over_potential rulebook_version rule_status"""),
          List.of(),
          words("delivery_id"));

  /**
   * A change of case, accents or spaces is no new name: the hash in the key knows none of them, and
   * nothing else is compared.
   */
  static final VersionedTable AGENCY_NAME =
      new VersionedTable(
          "dim_agency_name",
          words("agency_id feed_id year_key name_hash"),
          List.of(),
          List.of(),
          NAME_LINEAGE);

  static final VersionedTable PROGRAMME_NAME =
      new VersionedTable(
          "dim_programme_name",
          words("programme_id feed_id year_key name_hash"),
          List.of(),
          List.of(),
          NAME_LINEAGE);

  static final VersionedTable COMPONENT_DEFINITION =
      new VersionedTable(
          "dim_component_definition",
          words("component_id feed_id year_key definition_hash"),
          List.of(),
          List.of(),
          words("definition population_type delivery_id line"));

  static VersionedTable of(FactKind kind) {
    return switch (kind) {
      case COVERAGE -> COVERAGE;
      case BUDGET -> BUDGET;
      case INDICATOR -> INDICATOR;
      case SCORE -> SCORE;
      case ASSESSMENT -> ASSESSMENT;
      case DISTRIBUTION -> DISTRIBUTION;
      case FINDING -> FINDING;
    };
  }

  private static List<String> words(String columns) {
    return List.of(columns.split("\\s+"));
  }

  /** Key, values, texts and lineage. */
  List<String> columns() {
    return Stream.of(key, values, texts, lineage).flatMap(List::stream).toList();
  }

  String columnList() {
    return String.join(", ", columns());
  }

  String columnListOf(String alias) {
    return columns().stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
  }

  /** {@code f.feed_id = k.feed_id AND …} */
  String sameKey() {
    return key.stream().map(c -> "f." + c + " = k." + c).collect(Collectors.joining(" AND "));
  }

  /** {@code f.figure <=> k.figure AND …}; the only guard against versions that change nothing. */
  String sameValues() {
    return sameValues(column -> "k." + column);
  }

  /**
   * The same against other cells.
   *
   * @param cell what stands for a column
   */
  String sameValues(UnaryOperator<String> cell) {
    Stream<String> exact = values.stream().map(c -> "f." + c + " <=> " + cell.apply(c));
    Stream<String> toTheLetter =
        texts.stream().map(c -> "BINARY f." + c + " <=> BINARY " + cell.apply(c));
    return Stream.of(Stream.of("TRUE"), exact, toTheLetter)
        .flatMap(comparisons -> comparisons)
        .collect(Collectors.joining(" AND "));
  }

  /** The same table, rows of which differ by other columns than some. */
  VersionedTable without(List<String> columns) {
    return new VersionedTable(
        name, key, values.stream().filter(c -> !columns.contains(c)).toList(), texts, lineage);
  }

  /** A table that has the same columns, under another name. */
  VersionedTable named(String other) {
    return new VersionedTable(other, key, values, texts, lineage);
  }

  /** {@code v.feed_id = k.feed_id AND …} for any alias beside {@code k}. */
  String sameKeyAs(String alias) {
    return key.stream()
        .map(c -> alias + "." + c + " = k." + c)
        .collect(Collectors.joining(" AND "));
  }

  /** {@code f.figure = k.figure, …} */
  String assignments() {
    return each(c -> "f." + c + " = k." + c);
  }

  /** {@code figure = VALUES(figure), …} */
  String replacements() {
    return each(c -> c + " = VALUES(" + c + ")");
  }

  private String each(UnaryOperator<String> assignment) {
    return Stream.of(values, texts, lineage)
        .flatMap(List::stream)
        .map(assignment)
        .collect(Collectors.joining(", "));
  }
}
