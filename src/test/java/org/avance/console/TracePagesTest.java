package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.avance.operate.TraceCell;
import org.avance.warehouse.QueryRefused;
import org.junit.jupiter.api.Test;

/** From a cell to its line: whole pages, of the same night. */
final class TracePagesTest {
  private static final Night NIGHT = Night.shared();

  @Test
  void what_no_row_meets_is_said_and_what_a_key_was() {
    TraceCell.Report none =
        TraceCell.perform(
            NIGHT.place(), "v_coverage_history", List.of("programme_code=E9", "year=2019"));
    assertThat(NIGHT.page(out -> new TracePage(none, out).print()))
        .isEqualTo(
            """
            No row of v_coverage_history matches.
                none has programme_code=E9; columns named alike: programme_name
            """);
    TraceCell.Report apart =
        TraceCell.perform(
            NIGHT.place(),
            "v_coverage_history",
            List.of("year=2019", "population_code=TARGET", "figure=90"));
    assertThat(NIGHT.page(out -> new TracePage(apart, out).print()))
        .isEqualTo(
            """
            No row of v_coverage_history matches.
                each of these is met by some row, and all of them by none
            """);
    Set<String> now =
        Set.copyOf(
            NIGHT
                .warehouse()
                .owner()
                .sql("SELECT coverage_key FROM v_coverage_history")
                .query(String.class)
                .list());
    String ended =
        NIGHT
            .warehouse()
            .owner()
            .sql(
                """
                SELECT CONCAT_WS('-', feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id)
                FROM fct_coverage FOR SYSTEM_TIME ALL
                """)
            .query(String.class)
            .list()
            .stream()
            .filter(key -> !now.contains(key))
            .findFirst()
            .orElseThrow();
    TraceCell.Report was = TraceCell.perform(NIGHT.place(), "v_coverage_history", List.of(ended));
    assertThat(NIGHT.page(out -> new TracePage(was, out).print()))
        .contains("There was one, and it has been ended or taken back since.\n");
    assertThat(was.formerly()).isNotEmpty().allMatch(version -> !version.to().isEmpty());
  }

  @Test
  void a_cell_is_followed_to_its_line_and_its_past() {
    TraceCell.Report report =
        TraceCell.perform(
            NIGHT.place(),
            "v_coverage_history",
            List.of("programme_code=E1", "year=2019", "population_code=TARGET"));
    assertThat(NIGHT.page(out -> new TracePage(report, out).print()))
        .isEqualTo(
            """
            v_coverage_history 1-1-1-0-2019-3-1-1
                feed=cov, code_system=PEF, agency_code=99, agency_name=An agency, ramo=99, programme_code=E1,
                programme_name=One, is_whole_programme=1, component_name=Programa completo / Whole programme,
                component_ordinal=0, year=2019, population_code=TARGET, sex_code=TOTAL, geography_code=MX,
                geography_level=NATION, unit=Personas, figure=110, is_ambiguous=0, is_double_counted=0,
                is_not_definable=0, segment=1, is_break=0, is_jump=0, is_scale_slip=0, served_over_target=0,
                served_over_potential=0, target_over_potential=0, rulebook_version=2020.1,
                rule_status=PROVISIONAL, served_target_percent=81.8182, is_current=1, record_count=1

            cov/b2019.csv, line 2
                columns: Clave | Programa | Unidad | Meta | Atendida
                2: E1,One,Personas,110,90

            delivery 3 of cov
                PUBLISHED, edition 2019, scope edition 2019
                received 0000-00-00 00:00:00, published 0000-00-00 00:00:00 (UTC)
                digest DIGEST, 59 bytes
                descriptor DIGEST, the one of now
                rulebook DIGEST, version 2020.1, the one of now
                kept as DIR/home/archive/30/DIGEST
            computed by rulebook 2020.1

            what the figure was (UTC)
            figure  from                 to                   delivery  line  file
               100  0000-00-00 00:00:00  0000-00-00 00:00:00         1     2  cov/a2019.csv
               110  0000-00-00 00:00:00  now                         3     2  cov/b2019.csv
            """);
  }

  @Test
  void several_rows_are_told_apart_and_unknown_words_are_answered_with_the_nearest() {
    TraceCell.Report report =
        TraceCell.perform(NIGHT.place(), "v_coverage_history", List.of("year=2019"));
    assertThat(NIGHT.page(out -> new TracePage(report, out).print()))
        .isEqualTo(
            """
            2 rows of v_coverage_history match; say which, by what tells them apart or by key:
                coverage_key=1-1-1-0-2019-3-1-1
                    population_code=TARGET, figure=110, delivery_id=3
                coverage_key=1-1-1-0-2019-5-1-1
                    population_code=SERVED, figure=90, delivery_id=1
            """);
    assertThatThrownBy(
            () -> TraceCell.perform(NIGHT.place(), "v_coverage_hystory", List.of("year=2019")))
        .isInstanceOf(QueryRefused.class)
        .hasMessage(
            "No view is named v_coverage_hystory. Nearest: v_coverage_history, v_coverage_ratios, v_score_history.");
    assertThatThrownBy(
            () -> TraceCell.perform(NIGHT.place(), "v_coverage_history", List.of("yeer=2019")))
        .isInstanceOf(QueryRefused.class)
        .hasMessage("v_coverage_history has no column named yeer. Nearest: year, feed.");
    assertThatThrownBy(() -> TraceCell.perform(NIGHT.place(), "v_dictionary", List.of("x")))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith(
            "Rows of v_dictionary come from no single line: they are counted or listed from others. Traced can be rows of v_budget_current, ");
  }
}
