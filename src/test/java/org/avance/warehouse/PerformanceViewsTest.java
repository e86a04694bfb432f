package org.avance.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The views of indicators, scores and lateness over the deliveries of {@code performance.sql}, read
 * as the read-only account on 15 May 2018.
 */
final class PerformanceViewsTest {
  private static DataSource reader;

  @BeforeAll
  static void load() throws Exception {
    reader = PerformanceDeliveries.loaded("test_performance");
  }

  @Test
  void the_indicator_history_has_one_row_for_each_figure_under_the_names_of_its_year() {
    assertThat(
            rows(
                """
                SELECT indicator_value_key, feed, indicator_code, indicator_number, indicator_name, year, period_code,
                  period_number, geography_code, figure, missing_code, is_partial, assumed, is_current, delivery_id, line
                FROM v_indicator_history ORDER BY feed DESC, indicator_id, year, period_code DESC, geography_code DESC, series
                """))
        .containsExactly(
            "1-1-0-3-2016-1-0-1-0-1 | mir | V-1 | 1 | Viviendas mejoradas o ampliadas | 2016 | YEAR | 0 | MX | 120 | NULL | 0 |  | 1 | 1 | 2",
            "1-1-0-3-2017-1-0-1-0-1 | mir | V1 | 1.1 | Viviendas mejoradas | 2017 | YEAR | 0 | MX | 162 | NULL | 0 |  | 1 | 8 | 20",
            "1-2-0-2-2017-1-0-1-0-1 | mir | V2 | 1.2 | Rezago habitacional | 2017 | YEAR | 0 | MX | 30 | NULL | 0 |  | 1 | 8 | 21",
            "1-3-0-2-2016-1-0-1-0-1 | mir | V3 | 1.3 | Satisfacción | 2016 | YEAR | 0 | MX | NULL | NOT_REPORTED | 0 |  | 1 | 1 | 3",
            "1-3-0-2-2017-1-0-1-0-1 | mir | V3 | 1.3 | Satisfacción | 2017 | YEAR | 0 | MX | 95 | NULL | 0 |  | 1 | 2 | 4",
            "1-4-0-4-2017-1-0-1-0-1 | mir | G1 | 2.1 | Inspecciones | 2017 | YEAR | 0 | MX | 1000 | NULL | 0 |  | 1 | 2 | 5",
            "1-4-0-4-2017-1-0-2000-0-1 | mir | G1 | 2.1 | Inspecciones | 2017 | YEAR | 0 | 02 | 700 | NULL | 0 |  | 1 | 2 | 7",
            "1-4-0-4-2017-1-0-1000-0-1 | mir | G1 | 2.1 | Inspecciones | 2017 | YEAR | 0 | 01 | 300 | NULL | 0 |  | 1 | 2 | 6",
            "1-4-0-4-2017-4-1-1-0-1 | mir | G1 | 2.1 | Inspecciones | 2017 | MONTH | 1 | MX | 80 | NULL | 0 |  | 1 | 2 | 8",
            "1-5-0-2-2017-1-0-1-0-1 | mir | G2 | 2.2 | Denuncias | 2017 | YEAR | 0 | MX | 10 | NULL | 1 | geography | 1 | 2 | 10",
            "1-6-1-2-2017-1-0-1-0-1 | mir | G3 | 2.3 | Multas | 2017 | YEAR | 0 | MX | 40 | NULL | 0 |  | 1 | 2 | 11",
            "1-6-2-4-2017-1-0-1-0-1 | mir | G3 | 2.3 | Multas | 2017 | YEAR | 0 | MX | 400 | NULL | 0 |  | 1 | 2 | 12",
            "2-7-0-3-2017-1-0-1-0-1 | ficha |  |  | VIVIENDAS MEJORADAS | 2017 | YEAR | 0 | MX | 158 | NULL | 0 |  | 0 | 3 | 2",
            "2-8-0-1-2017-1-0-1-0-1 | ficha |  |  | Rezago habitacional | 2017 | YEAR | 0 | MX | 300000 | NULL | 0 | geography | 1 | 3 | 3");
  }

  @Test
  void a_row_of_the_indicator_history_tells_everything_about_its_figure() {
    assertThat(
            Table.withColumns(
                reader,
                "SELECT * FROM v_indicator_history WHERE indicator_value_key = '1-1-0-3-2017-1-0-1-0-1'"))
        .containsExactly(
            "indicator_value_key | feed | code_system | agency_code | agency_name | ramo | programme_code | programme_name | objective | indicator_id | indicator_code | indicator_number | indicator_name | indicator_level | frequency | definition | series | unit | year | period_code | period_es | period_en | period_number | geography_code | geography_level | geography_es | geography_en | reporting_unit | ordinal | direction_code | direction_es | direction_en | figure | missing_code | missing_es | missing_en | missing_text | numerator | denominator | baseline | baseline_year | target_type_code | target_type_es | target_type_en | target_min | target_max | target_text | target_due_year | interim_target | adjusted_target | plan | is_partial | as_of | is_ambiguous | assumed | segment | is_break | progress_percent | expected_percent | progress_code | progress_es | progress_en | progress_reason_code | progress_reason_es | progress_reason_en | progress_status | interim_code | interim_es | interim_en | interim_reason_code | interim_reason_es | interim_reason_en | interim_status | trend_code | trend_es | trend_en | trend_reason_code | trend_reason_es | trend_reason_en | trend_status | is_favourable | slope | compliance_percent | light_code | light_es | light_en | light_reason_code | light_reason_es | light_reason_en | light_status | original_compliance_percent | original_light_code | original_light_es | original_light_en | is_poor_planning | rulebook_version | printed_progress | printed_progress_code | printed_interim | printed_interim_code | printed_trend | printed_trend_code | printed_light | printed_light_code | printed_status | note | is_current | delivery_id | line | line_last | record_count | file_name | file_digest | published_at",
            "1-1-0-3-2017-1-0-1-0-1 | mir | PEF | 15 | Desarrollo Urbano | 15 | S177 | Vivienda Social | Vivienda adecuada | 1 | V1 | 1.1 | Viviendas mejoradas | Fin | Anual |  |  | Viviendas | 2017 | YEAR | Año | Year | 0 | MX | NATION | Estados Unidos Mexicanos | Mexico | No indicada / Not stated | 1 | ASCENDING | Ascendente | Ascending | 162 | NULL | NULL | NULL |  | NULL | NULL | 100 | 2015 | FIGURE | Cifra | Figure | 200 | NULL | 200 | 2018 | 180 | 158 | PND | 0 | NULL | 0 |  | 1 | 0 | 62 | 66.6667 | ADEQUATE | Adecuado | Adequate | NONE | Clasificado | Classified | PROVISIONAL | NOT_ACHIEVED | No alcanzada | Not achieved | NONE | Clasificado | Classified | DERIVED | RISING | Ascendente | Rising | NONE | Clasificado | Classified | PROVISIONAL | 1 | NULL | 102.5316 | GREEN | Verde | Green | NONE | Clasificado | Classified | PROVISIONAL | 90 | YELLOW | Amarillo | Yellow | 0 | 2018.1 | Avanzado | ADVANCED | Alcanzada | ACHIEVED |  | NULL | Verde | GREEN |  |  | 1 | 8 | 20 | 2 | 1 | mir/2017-corrected.csv | 8888888888888888888888888888888888888888888888888888888888888888 | 2018-04-10T00:00:00");
  }

  @Test
  void an_indicator_counts_once_a_year_by_the_figure_of_the_whole_programme() {
    assertThat(
            rows(
                """
                SELECT indicator_year_key, programme_code, indicator_name, figures, figure, unit, is_partial, progress_code,
                  progress_reason_en, interim_code, light_code, printed_progress_code, delivery_id, line
                FROM v_indicator_year ORDER BY feed DESC, indicator_id, year
                """))
        .containsExactly(
            "1-1-1-1-2016 | S177 | Viviendas mejoradas | 1 | 120 | Viviendas | 0 | INSUFFICIENT | Classified | ACHIEVED | YELLOW | ADEQUATE | 1 | 2",
            "1-1-1-1-2017 | S177 | Viviendas mejoradas | 1 | 162 | Viviendas | 0 | ADEQUATE | Classified | NOT_ACHIEVED | GREEN | ADVANCED | 8 | 20",
            "1-2-1-1-2017 | S177 | Rezago habitacional | 1 | 30 | Porcentaje | 0 | INSUFFICIENT | Classified | NOT_ACHIEVED | YELLOW | INSUFFICIENT | 8 | 21",
            "1-3-1-1-2016 | S177 | Satisfacción | 1 | NULL | Porcentaje | 0 | NOT_REPORTED | No observed value | NOT_REPORTED | GREY | NULL | 1 | 3",
            "1-3-1-1-2017 | S177 | Satisfacción | 1 | 95 | Porcentaje | 0 | CONSTANT_DIRECTION | Constant direction | ACHIEVED | YELLOW | CONSTANT_DIRECTION | 2 | 4",
            "1-4-2-2-2017 | G005 | Inspecciones | 1 | 1000 | Inspecciones | 0 | NOT_CALCULABLE | No baseline | FAR_EXCEEDED | RED | NULL | 2 | 5",
            "1-5-2-2-2017 | G005 | Denuncias | 1 | 10 | Porcentaje | 1 | NOT_CALCULABLE | Period not over | NOT_CALCULABLE | GREY | EXCEEDED | 2 | 10",
            "1-6-2-2-2017 | G005 | Multas | 2 | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL",
            "2-7-1-1-2017 | S177 | VIVIENDAS MEJORADAS | 1 | 158 | Viviendas | 0 | NULL | NULL | NULL | NULL | NULL | 3 | 2",
            "2-8-1-1-2017 | S177 | Rezago habitacional | 1 | 300000 | Personas | 0 | NULL | NULL | NULL | NULL | NULL | 3 | 3");
  }

  @Test
  void a_programmes_performance_counts_its_indicators_out_of_all_and_has_its_score_beside() {
    assertThat(
            rows(
                """
                SELECT performance_key, n_total, n_several, n_partial, n_judged, n_adequate, n_insufficient,
                  n_constant_direction, n_not_reported, n_not_calculable, adequate_percent, n_interim_judged, n_achieved,
                  n_interim_not_calculable, reached_percent, n_trend, n_favourable, n_green, n_yellow, n_red, n_grey,
                  n_poor_planning, score_feed, score, score_class, score_line
                FROM v_programme_performance ORDER BY performance_key
                """))
        .containsExactly(
            "ficha-PEF-15-S177-2017 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | ficha | 4 |  | 4",
            "mir-PEF-15-S177-2016 | 2 | 0 | 0 | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 1 | 1 | 0 | 50 | 0 | 0 | 0 | 1 | 0 | 1 | 0 | msd | 3.2 | Medio | 2",
            "mir-PEF-15-S177-2017 | 3 | 0 | 0 | 2 | 1 | 1 | 1 | 0 | 0 | 33.3333 | 3 | 1 | 0 | 33.3333 | 1 | 1 | 1 | 2 | 0 | 0 | 0 | ficha | 4 |  | 4",
            "mir-PEF-16-G005-2017 | 3 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 3 | 0 | 1 | 0 | 2 | 33.3333 | 0 | 0 | 0 | 0 | 1 | 2 | 1 | NULL | NULL | NULL | NULL",
            "msd-PEF-16-G005-2016 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | NULL | 0 | 0 | 0 | NULL | 0 | 0 | 0 | 0 | 0 | 0 | 0 | msd | 2.5 | Medio bajo | 5");
  }

  @Test
  void the_counts_of_every_axis_add_up_to_the_total() {
    assertThat(
            rows(
                """
                SELECT performance_key FROM v_programme_performance
                WHERE n_total <> n_judged + n_constant_direction + n_not_reported + n_not_calculable
                  OR n_total <> n_interim_judged + n_interim_not_reported + n_interim_not_calculable
                  OR n_total <> n_green + n_yellow + n_red + n_grey
                """))
        .isEmpty();
  }

  @Test
  void the_distribution_has_every_class_computed_and_published_side_by_side() {
    assertThat(
            rows(
                """
                SELECT class_en, n_computed, n_total, computed_percent, n_published, n_published_total, published_percent
                FROM v_progress_distribution WHERE feed = 'mir' AND year = 2017 ORDER BY class_order
                """))
        .containsExactly(
            "Not calculable | 3 | 6 | 50 | 0 | 4 | 0",
            "Exceeded | 0 | 6 | 0 | 1 | 4 | 25",
            "Advanced | 0 | 6 | 0 | 1 | 4 | 25",
            "Adequate | 1 | 6 | 17 | 0 | 4 | 0",
            "Insufficient | 1 | 6 | 17 | 1 | 4 | 25",
            "Lagging | 0 | 6 | 0 | 0 | 4 | 0",
            "Far lagging | 0 | 6 | 0 | 0 | 4 | 0",
            "Constant direction | 1 | 6 | 17 | 1 | 4 | 25",
            "Not reported | 0 | 6 | 0 | 0 | 4 | 0");
  }

  @Test
  void published_classes_stand_beside_the_computed_ones_and_neither_replaces_the_other() {
    assertThat(
            rows(
                """
                SELECT comparison_key, printed, printed_code, computed_code, reason_code, outcome_code, line
                FROM v_published_vs_computed ORDER BY axis_code DESC, indicator_id, year
                """))
        .containsExactly(
            "PROGRESS-1-1-0-3-2016-1-0-1-0-1 | Adecuado | ADEQUATE | INSUFFICIENT | NONE | DIFFERENT | 2",
            "PROGRESS-1-1-0-3-2017-1-0-1-0-1 | Avanzado | ADVANCED | ADEQUATE | NONE | DIFFERENT | 20",
            "PROGRESS-1-2-0-2-2017-1-0-1-0-1 | Insuficiente | INSUFFICIENT | INSUFFICIENT | NONE | SAME | 21",
            "PROGRESS-1-3-0-2-2017-1-0-1-0-1 | Sentido constante | CONSTANT_DIRECTION | CONSTANT_DIRECTION | CONSTANT_DIRECTION | SAME | 4",
            "PROGRESS-1-5-0-2-2017-1-0-1-0-1 | Superado | EXCEEDED | NOT_CALCULABLE | PARTIAL_PERIOD | NOT_COMPUTED | 10",
            "LIGHT-1-1-0-3-2016-1-0-1-0-1 | Verde | GREEN | YELLOW | NONE | DIFFERENT | 2",
            "LIGHT-1-1-0-3-2017-1-0-1-0-1 | Verde | GREEN | GREEN | NONE | SAME | 20",
            "LIGHT-1-2-0-2-2017-1-0-1-0-1 | Naranja | NULL | YELLOW | NONE | LABEL_UNKNOWN | 21",
            "LIGHT-1-4-0-4-2017-1-0-1-0-1 | Verde | GREEN | RED | NONE | DIFFERENT | 5",
            "INTERIM-1-1-0-3-2016-1-0-1-0-1 | Alcanzada | ACHIEVED | ACHIEVED | NONE | SAME | 2",
            "INTERIM-1-1-0-3-2017-1-0-1-0-1 | Alcanzada | ACHIEVED | NOT_ACHIEVED | NONE | DIFFERENT | 20",
            "INTERIM-1-2-0-2-2017-1-0-1-0-1 | No alcanzada | NOT_ACHIEVED | NOT_ACHIEVED | NONE | SAME | 21",
            "INTERIM-1-3-0-2-2017-1-0-1-0-1 | Alcanzada | ACHIEVED | ACHIEVED | NONE | SAME | 4");
  }

  @Test
  void a_programme_is_renamed_where_the_year_before_has_no_such_name() {
    assertThat(
            rows(
                """
                SELECT feed, programme_code, year, programme_name, year_before, name_before, is_renamed, delivery_id, line
                FROM v_programme_names ORDER BY feed, programme_code, year, programme_name
                """))
        .containsExactly(
            "mir | G005 | 2016 | Inspección | NULL | NULL | 0 | 1 | 4",
            "mir | G005 | 2017 | INSPECCION | 2016 | Inspección | 0 | 2 | 5",
            "mir | S177 | 2015 | Programa de Vivienda | NULL | NULL | 0 | 1 | 1",
            "mir | S177 | 2017 | Vivienda | 2015 | Programa de Vivienda | 1 | 2 | 9",
            "mir | S177 | 2017 | Vivienda Social | 2015 | Programa de Vivienda | 1 | 2 | 2",
            "padron | S177 | 2017 | VIVIENDA SOCIAL | NULL | NULL | 0 | 5 | 2");
  }

  @Test
  void a_score_that_two_feeds_state_is_current_of_the_one_named_first() {
    assertThat(
            rows(
                """
                SELECT feed, programme_code, year, dimension, is_total, score, missing_code, printed_class, is_current, line
                FROM v_score_history ORDER BY feed, programme_code DESC, dimension, year
                """))
        .containsExactly(
            "ficha | S177 | 2017 |  | 1 | 4 | NULL |  | 1 | 4",
            "msd | S177 | 2016 |  | 1 | 3.2 | NULL | Medio | 1 | 2",
            "msd | S177 | 2017 |  | 1 | 4.2 | NULL | Medio alto | 0 | 3",
            "msd | S177 | 2017 | ASM | 0 | NULL | NOT_APPLICABLE |  | 1 | 3",
            "msd | S177 | 2016 | MIR | 0 | 3 | NULL |  | 1 | 2",
            "msd | S177 | 2017 | MIR | 0 | 4.5 | NULL |  | 1 | 3",
            "msd | G005 | 2016 |  | 1 | 2.5 | NULL | Medio bajo | 1 | 5");
    assertThat(rows("SELECT score FROM v_score_current WHERE year = 2017 AND is_total = 1"))
        .containsExactly("4");
    assertThat(
            rows(
                "SELECT feed, figure FROM v_indicator_current WHERE year = 2017 AND indicator_name = 'viviendas mejoradas'"))
        .containsExactly("mir | 162");
  }

  @Test
  void what_a_person_served_cost_is_told_where_amount_and_population_are_one_figure_each() {
    assertThat(
            rows(
                """
                SELECT programme_code, year, stage_code, amount, amount_line, is_whole_programme, unit, served, line,
                  cost_per_served, constant_base_year, cost_per_served_constant, assumed
                FROM v_cost_per_served ORDER BY programme_code, year
                """))
        .containsExactly(
            "G005 | 2016 | MODIFIED | 5000 | 5 | 0 | Personas | 10 | 7 | 500 | 2012 | 438.42 | ",
            "S177 | 2015 | APPROVED | 900000 | 2 | 1 | Personas | 300 | 2 | 3000 | 2012 | 2704.76 | geography",
            "S177 | 2016 | EXERCISED | 1000000 | 4 | 1 | Personas | 400 | 4 | 2500 | 2012 | 2192.11 | geography");
  }

  @Test
  void conflicts_and_restatements_know_indicators_and_scores() {
    assertThat(
            rows(
                """
                SELECT kind, measure_code, measure_es, feed_a, unit_a, figure_a, feed_b, unit_b, figure_b, difference,
                  comparable, why_not_comparable_en
                FROM v_conflicts ORDER BY kind, measure_code
                """))
        .containsExactly(
            "indicator | V1 | Viviendas mejoradas | mir | Viviendas | 162 | ficha | Viviendas | 158 | -4 | 1 | ",
            "indicator | V2 | Rezago habitacional | mir | Porcentaje | 30 | ficha | Personas | 300000 | NULL | 0 | another unit: Porcentaje / Personas; ficha assumes: geography",
            "score | msd | MSD | ficha | NULL | 4 | msd | NULL | 4.2 | 0.2 | 1 | ");
    assertThat(
            rows(
                """
                SELECT kind, indicator_code, measure_en, period_code, month, what, figure_before, unit_before, line_before,
                  figure_after, unit_after, delivery_after, line_after
                FROM v_restatements ORDER BY kind, indicator_code, measure_en
                """))
        .containsExactly(
            "indicator | G1 | Observed value | MONTH | 2 | ended | 90 | Inspecciones | 9 | NULL | NULL | 8 | NULL",
            "indicator | V1 | Adjusted goal | YEAR | NULL | changed | 155 | Viviendas | 2 | 158 | Viviendas | 8 | 20",
            "indicator | V1 | Observed value | YEAR | NULL | changed | 160 | Viviendas | 2 | 162 | Viviendas | 8 | 20",
            "score | NULL | MSD | YEAR | NULL | changed | 4.1 | NULL | 3 | 4.2 | NULL | 9 | 3");
  }

  @Test
  void what_was_due_and_did_not_come_is_known_by_feed_and_edition() {
    assertThat(
            rows(
                """
                SELECT missing_key, every_en, due_on, days_late, never_delivered, delivery_id, file_name, status
                FROM v_expected_missing ORDER BY missing_key
                """))
        .containsExactly(
            "asm-2016 | every year | 2017-12-31 | 135 | 1 | NULL | NULL | NULL",
            "gasto-2018-02 | every month | 2018-02-28 | 76 | 0 | NULL | NULL | NULL",
            "gasto-2018-03 | every month | 2018-03-31 | 45 | 0 | NULL | NULL | NULL",
            "gasto-2018-04 | every month | 2018-04-30 | 15 | 0 | NULL | NULL | NULL",
            "padron-2017 | every year | 2018-04-30 | 15 | 0 | 7 | padron/2017.csv | REJECTED");
    assertThat(
            rows(
                """
                SELECT feed, is_in_catalogue, every_en, n_deliveries, last_status, last_edition, age_days, next_due_on,
                  n_missing, delivery_id
                FROM v_freshness ORDER BY feed
                """))
        .containsExactly(
            "asm | 1 | every year | NULL | NULL | NULL | NULL | 2018-12-31 | 1 | NULL",
            "ficha | 1 | not stated | 1 | PUBLISHED |  | 125 | NULL | 0 | 3",
            "gasto | 1 | every month | 1 | PUBLISHED |  | 125 | 2018-05-31 | 3 | 6",
            "mir | 1 | every year | 3 | PUBLISHED | 2017 | 35 | 2019-04-30 | 0 | 8",
            "msd | 1 | every year | 2 | PUBLISHED | 2017 | 35 | 2018-06-30 | 0 | 9",
            "padron | 1 | every year | 2 | REJECTED | 2016 | 125 | 2019-04-30 | 1 | 5");
  }

  @Test
  void each_row_of_a_view_has_a_key_of_its_own() {
    for (String key :
        List.of(
            "indicator_value_key FROM v_indicator_history",
            "indicator_year_key FROM v_indicator_year",
            "performance_key FROM v_programme_performance",
            "distribution_key FROM v_progress_distribution",
            "comparison_key FROM v_published_vs_computed",
            "score_key FROM v_score_history",
            "name_key FROM v_programme_names",
            "cost_key FROM v_cost_per_served",
            "missing_key FROM v_expected_missing",
            "feed FROM v_freshness",
            "conflict_key FROM v_conflicts",
            "restatement_key FROM v_restatements")) {
      assertThat(rows("SELECT " + key)).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void the_past_is_read_through_the_views_of_figures() {
    String past = "FOR SYSTEM_TIME AS OF TIMESTAMP'2018-03-01 00:00:00'";
    assertThat(
            rows(
                "SELECT figure, progress_percent FROM v_indicator_history %s WHERE indicator_code = 'V1' AND year = 2017"
                    .formatted(past)))
        .containsExactly("160 | 60");
    assertThat(
            rows(
                "SELECT score FROM v_score_history %s WHERE feed = 'msd' AND year = 2017 AND is_total = 1"
                    .formatted(past)))
        .containsExactly("4.1");
  }

  private static List<String> rows(String sql) {
    return Table.of(reader, sql);
  }
}
