package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicator values through all five steps: identity over the years, and when classes move. */
class IndicatorLoadsTest {
  private static final String HEADER =
      "Id,Previo,Nombre,Unidad,Periodo,LB,Meta,Intermedia,Valor,Clase";

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      edition: {fileName: '[a-z]*(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "99"}
        programme: {constant: "%1$s"}
        indicator: Id
        previousIndicator: Previo
        indicatorName: Nombre
        level: {constant: Fin}
        unit: Unidad
        direction: {constant: ascending}
        year: {column: Periodo, pattern: '(?<year>\\d{4}).*'}
        month: {column: Periodo, pattern: '\\d{4}(-(?<month>\\d\\d))?'}
        geography: {constant: MX}
        baseline: LB
        baselineYear: {constant: "2018"}
        target: Meta
        targetYear: {constant: "2024"}
        interimTarget: Intermedia
        progressClass: Clase
      facts:
        - value: Valor
      """;

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("indicators");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Two years of one indicator whose code, name and number changed in between. */
  private void published(String feed) {
    loads
        .feed(feed, DESCRIPTOR)
        .file(
            feed + "/2020.csv",
            HEADER,
            "a-2020,,Acceso,Porcentaje,2020,0,100,30,36,Superado",
            "a-2020,,Acceso,Porcentaje,2020-03,0,100,,9,",
            "b-2020,,Visitas,Visita,2020,100,200,,150,")
        .file(
            feed + "/2021.csv",
            HEADER,
            "a-2021,,Acceso,Porcentaje,2021,0,100,50,45,",
            "c-2021,b-2020,Visitas de inspección,Visita,2021,100,200,,150.5,");
    assertThat(loads.run())
        .containsExactly(feed + "/2020.csv PUBLISHED", feed + "/2021.csv PUBLISHED");
  }

  private List<String> judged(String feed) {
    return loads.rows(
        """
        SELECT i.code, f.year_key, f.period_number, f.figure, j.progress_percent, pc.code, io.code, t.code, j.is_favourable,
               d.file_name
        FROM fct_indicator_value f
        JOIN fct_indicator_judgement j USING (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number,
          geography_id, reporting_unit_id, ordinal)
        JOIN dim_feed feed USING (feed_id)
        JOIN dim_indicator i USING (indicator_id)
        JOIN dim_progress_class pc USING (progress_key)
        JOIN dim_interim_outcome io USING (interim_key)
        JOIN dim_trend t USING (trend_key)
        JOIN delivery d ON d.delivery_id = j.delivery_id
        WHERE feed.feed = '%s' ORDER BY i.code, f.year_key, f.period_number
        """
            .formatted(feed));
  }

  @Test
  void an_indicator_is_one_over_changes_of_code_and_name() {
    published("one");
    assertThat(judged("one"))
        .containsExactly(
            "a-2021 | 2020 | 0 | 36 | 36 | ADEQUATE | FAR_EXCEEDED | NO_HISTORY | 0 | one/2020.csv",
            "a-2021 | 2020 | 3 | 9 | null | NOT_CALCULABLE | NOT_CALCULABLE | NO_HISTORY | 0 | one/2020.csv",
            "a-2021 | 2021 | 0 | 45 | 45 | ADEQUATE | NOT_ACHIEVED | RISING | 1 | one/2021.csv",
            "c-2021 | 2020 | 0 | 150 | 50 | ADVANCED | NOT_CALCULABLE | NO_HISTORY | 0 | one/2020.csv",
            "c-2021 | 2021 | 0 | 150.5 | 50.5 | ADEQUATE | NOT_CALCULABLE | STABLE | 0 | one/2021.csv");
    assertThat(
            loads.rows(
                """
                SELECT i.code, n.year_key, n.code, n.name FROM dim_indicator_name n
                JOIN dim_indicator i USING (indicator_id) JOIN dim_feed f ON f.feed_id = i.feed_id
                WHERE feed = 'one' ORDER BY 1, 2
                """))
        .containsExactly(
            "a-2021 | 2020 | a-2020 | Acceso",
            "a-2021 | 2021 | a-2021 | Acceso",
            "c-2021 | 2020 | b-2020 | Visitas",
            "c-2021 | 2021 | c-2021 | Visitas de inspección");
  }

  @Test
  void a_printed_class_stays_beside_the_computed_one_and_a_difference_is_noted() {
    published("beside");
    assertThat(
            loads.rows(
                """
                SELECT f.printed_progress, pc.code FROM fct_indicator_value f JOIN dim_feed USING (feed_id)
                JOIN dim_progress_class pc ON pc.progress_key = f.printed_progress_key WHERE feed = 'beside'
                """))
        .containsExactly("Superado | EXCEEDED");
    assertThat(
            loads.rows(
                "SELECT code, severity, line, found, message, accepted FROM v_issues WHERE feed = 'beside'"))
        .containsExactly(
            "CLASS_MISMATCH | WARNING | 2 | Superado | The printed six-year progress is \"Superado\", the rulebook makes it \"Adecuado\" (PROVISIONAL). | \"Adecuado\"");
  }

  @Test
  void an_earlier_year_restated_judges_the_later_ones_again_and_no_others() {
    published("restated");
    Map<String, Long> before = loads.versions();
    loads.file(
        "restated/corregido2020.csv",
        HEADER,
        "a-2020,,Acceso,Porcentaje,2020,0,100,30,60,Superado",
        "a-2020,,Acceso,Porcentaje,2020-03,0,100,,9,",
        "b-2020,,Visitas,Visita,2020,100,200,,150,");
    assertThat(loads.run()).containsExactly("restated/corregido2020.csv PUBLISHED");
    assertThat(judged("restated"))
        .containsExactly(
            "a-2021 | 2020 | 0 | 60 | 60 | ADVANCED | FAR_EXCEEDED | NO_HISTORY | 0 | restated/corregido2020.csv",
            "a-2021 | 2020 | 3 | 9 | null | NOT_CALCULABLE | NOT_CALCULABLE | NO_HISTORY | 0 | restated/2020.csv",
            "a-2021 | 2021 | 0 | 45 | 45 | ADEQUATE | NOT_ACHIEVED | FALLING | 0 | restated/corregido2020.csv",
            "c-2021 | 2020 | 0 | 150 | 50 | ADVANCED | NOT_CALCULABLE | NO_HISTORY | 0 | restated/2020.csv",
            "c-2021 | 2021 | 0 | 150.5 | 50.5 | ADEQUATE | NOT_CALCULABLE | STABLE | 0 | restated/2021.csv");
    assertThat(grown(before))
        .isEqualTo(
            Map.of(
                "fct_indicator_value",
                1L,
                "fct_indicator_judgement",
                2L,
                "fct_programme_performance",
                2L));
  }

  @Test
  void other_bytes_with_the_same_facts_make_no_version() {
    published("again");
    Map<String, Long> before = loads.versions();
    loads.file(
        "again/otra2020.csv",
        HEADER,
        "b-2020,,Visitas,Visita,2020,100,200,,150.0,",
        "a-2020,,Acceso,Porcentaje,2020-03,0,100,,9,",
        "a-2020,,Acceso,Porcentaje,2020,0,100,30,36,Superado");
    assertThat(loads.run()).containsExactly("again/otra2020.csv PUBLISHED");
    assertThat(grown(before)).isEmpty();
  }

  @Test
  void what_an_edition_no_longer_states_ends_with_its_judgement() {
    published("ended");
    loads.file("ended/menos2021.csv", HEADER, "a-2021,,Acceso,Porcentaje,2021,0,100,50,45,");
    assertThat(loads.run()).containsExactly("ended/menos2021.csv PUBLISHED");
    assertThat(judged("ended"))
        .containsExactly(
            "a-2021 | 2020 | 0 | 36 | 36 | ADEQUATE | FAR_EXCEEDED | NO_HISTORY | 0 | ended/2020.csv",
            "a-2021 | 2020 | 3 | 9 | null | NOT_CALCULABLE | NOT_CALCULABLE | NO_HISTORY | 0 | ended/2020.csv",
            "a-2021 | 2021 | 0 | 45 | 45 | ADEQUATE | NOT_ACHIEVED | RISING | 1 | ended/2021.csv",
            "c-2021 | 2020 | 0 | 150 | 50 | ADVANCED | NOT_CALCULABLE | NO_HISTORY | 0 | ended/2020.csv");
  }

  @Test
  void two_units_are_two_series() {
    loads
        .feed("units", DESCRIPTOR)
        .file(
            "units/2020.csv",
            HEADER,
            "a,,Acceso,Porcentaje,2020,0,100,,36,",
            "a,,Acceso,Persona,2020,0,100,,360,")
        .file("units/2021.csv", HEADER, "a,,Acceso,Persona,2021,0,100,,400,");
    assertThat(loads.run()).containsExactly("units/2020.csv PUBLISHED", "units/2021.csv PUBLISHED");
    assertThat(
            loads.rows(
                """
                SELECT u.label, f.year_key, f.figure, t.code FROM fct_indicator_value f
                JOIN fct_indicator_judgement j USING (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key,
                  period_number, geography_id, reporting_unit_id, ordinal)
                JOIN dim_feed USING (feed_id) JOIN dim_unit_of_measure u USING (unit_id) JOIN dim_trend t USING (trend_key)
                WHERE feed = 'units' ORDER BY 1, 2
                """))
        .containsExactly(
            "Persona | 2020 | 360 | NO_HISTORY",
            "Persona | 2021 | 400 | RISING",
            "Porcentaje | 2020 | 36 | NO_HISTORY");
  }

  @Test
  void an_indicator_that_resembles_one_no_longer_stated_is_proposed() {
    loads
        .feed("fuzzy", DESCRIPTOR)
        .file("fuzzy/2020.csv", HEADER, "a,,Denuncias atendidas,Visita,2020,0,100,,36,")
        .file("fuzzy/2021.csv", HEADER, "b,,Denuncia atendidas,Visita,2021,0,100,,36,");
    assertThat(loads.run()).containsExactly("fuzzy/2020.csv PUBLISHED", "fuzzy/2021.csv PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT code, severity, file_name, line, found, message, accepted FROM v_issues WHERE feed = 'fuzzy'"))
        .containsExactly(
            "INDICATOR_MAYBE_RENAMED | INFO | fuzzy/2021.csv | 2 | Denuncia atendidas | The indicator is new and resembles"
                + " \"denuncias atendidas\" (91 %), which is no longer stated. | the previous code, if it is the same indicator");
    assertThat(
            loads.rows(
                "SELECT COUNT(*) FROM dim_indicator i JOIN dim_feed USING (feed_id) WHERE feed = 'fuzzy'"))
        .containsExactly("2");
  }

  private Map<String, Long> grown(Map<String, Long> before) {
    Map<String, Long> grown = new TreeMap<>(loads.versions());
    grown.replaceAll((table, versions) -> versions - before.getOrDefault(table, 0L));
    grown.values().removeIf(versions -> versions == 0);
    return grown;
  }
}
