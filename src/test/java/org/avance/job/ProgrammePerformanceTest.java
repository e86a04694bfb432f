package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The counts of {@code fct_programme_performance} over loads: always those that {@code
 * v_indicator_year} comes to, whatever a delivery changed or ended.
 */
class ProgrammePerformanceTest {
  private static final String HEADER =
      "Programa,Id,Nombre,Entidad,Unidad,Periodo,LB,Meta,Intermedia,Valor,Clase";

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      edition: {fileName: '[a-z]*(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "%1$s"}
        programme: Programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: Unidad
        direction: {constant: ascending}
        year: {column: Periodo, pattern: '(?<year>\\d{4}).*'}
        month: {column: Periodo, pattern: '\\d{4}(-(?<month>\\d\\d))?'}
        geography: Entidad
        baseline: LB
        baselineYear: {constant: "2018"}
        target: Meta
        targetYear: {constant: "2024"}
        interimTarget: Intermedia
        progressClass: Clase
      facts:
        - value: Valor
      """;

  /** Every column and what it counts, by the words that the view shows. */
  private static final Map<String, String> COUNTED = new TreeMap<>();

  static {
    COUNTED.put("n_total", "TRUE");
    COUNTED.put("n_several", "figures > 1");
    COUNTED.put("n_partial", "is_partial = 1");
    COUNTED.put("n_trend", "trend_code <> 'NO_HISTORY'");
    COUNTED.put("n_favourable", "is_favourable = 1");
    COUNTED.put("n_poor_planning", "is_poor_planning = 1");
    COUNTED.put("n_interim_not_reported", "interim_code = 'NOT_REPORTED'");
    COUNTED.put("n_printed_not_calculable", "printed_progress_code = 'NOT_CALCULABLE'");
    String progress =
        "EXCEEDED ADVANCED ADEQUATE INSUFFICIENT LAGGING FAR_LAGGING CONSTANT_DIRECTION NOT_REPORTED";
    each("n_", "progress_code", progress);
    each("n_printed_", "printed_progress_code", progress);
    each("n_", "interim_code", "FAR_EXCEEDED ACHIEVED NOT_ACHIEVED REGRESSED");
    each("n_", "light_code", "GREEN YELLOW RED");
  }

  private static void each(String prefix, String axis, String classes) {
    for (String code : classes.split(" ")) {
      COUNTED.put(prefix + code.toLowerCase(Locale.ROOT), "%s = '%s'".formatted(axis, code));
    }
  }

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("performance_counts");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private List<String> counts(String asOf) {
    return loads.rows(
        """
        %s SELECT feed, agency_code, programme_code, year_key, %s
        FROM fct_programme_performance f JOIN dim_feed USING (feed_id) JOIN dim_agency USING (agency_id)
        JOIN dim_programme p ON p.programme_id = f.programme_id
        ORDER BY 1, 2, 3, 4
        """
            .formatted(asOf, String.join(", ", COUNTED.keySet()))
            .replace(
                "agency_code, programme_code, year_key",
                "dim_agency.agency_code, p.programme_code, year_key"));
  }

  private List<String> countedAnew(String asOf) {
    return loads.rows(
        "%s SELECT feed, agency_code, programme_code, year, %s FROM v_indicator_year GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
            .formatted(
                asOf,
                COUNTED.values().stream()
                    .map(condition -> "COUNT(IF(" + condition + ", 1, NULL))")
                    .collect(Collectors.joining(", "))));
  }

  /** Programme, year, all, exceeded, lights, trends, several, printed as exceeded. */
  private List<String> inShort(String feed) {
    return loads.rows(
        """
        SELECT programme_code, year_key, n_total, n_exceeded, n_green + n_yellow + n_red, n_trend, n_several, n_printed_exceeded,
               file_name
        FROM fct_programme_performance f JOIN dim_programme USING (programme_id) JOIN delivery USING (delivery_id)
        WHERE agency_code = '%s' ORDER BY 1, 2
        """
            .formatted(feed));
  }

  private void asCountedAnew() {
    assertThat(counts("")).isNotEmpty().isEqualTo(countedAnew(""));
  }

  private String asOf(String file) {
    return "SET STATEMENT system_versioning_asof = '%s' FOR"
        .formatted(
            loads.one(
                "SELECT MAX(published_at) FROM delivery WHERE file_name = '%s'".formatted(file)));
  }

  /**
   * Three programmes in two years; P2 has an indicator with two figures and one of a state only.
   */
  private void published(String feed) {
    loads
        .feed(feed, DESCRIPTOR)
        .file(
            feed + "/2020.csv",
            HEADER,
            "P1,a,Acceso,MX,Porcentaje,2020,0,100,30,130,Superado",
            "P1,a,Acceso,MX,Porcentaje,2020-03,0,100,,9,",
            "P4,b,Visitas,MX,Visita,2020,100,200,150,120,",
            "P2,c,Multas,MX,Porcentaje,2020,0,100,30,20,Rezagado",
            "P2,c,Multas,MX,Multas,2020,0,100,30,25,",
            "P2,d,Quejas,09,Quejas,2020,0,100,30,NR,")
        .file(
            feed + "/2021.csv",
            HEADER,
            "P1,a,Acceso,MX,Porcentaje,2021,0,100,50,45,",
            "P2,d,Quejas,MX,Quejas,2021,0,100,30,31,Superado",
            "P2,d,Quejas,09,Quejas,2021,0,100,30,NR,");
    assertThat(loads.run())
        .containsExactly(feed + "/2020.csv PUBLISHED", feed + "/2021.csv PUBLISHED");
  }

  @Test
  void the_first_loads_count_every_yearly_indicator_once() {
    published("first");
    assertThat(inShort("first"))
        .containsExactly(
            "P1 | 2020 | 1 | 1 | 1 | 0 | 0 | 1 | first/2020.csv",
            "P1 | 2021 | 1 | 0 | 1 | 1 | 0 | 0 | first/2021.csv",
            "P2 | 2020 | 2 | 0 | 0 | 0 | 1 | 0 | first/2020.csv",
            "P2 | 2021 | 1 | 0 | 1 | 0 | 0 | 1 | first/2021.csv",
            "P4 | 2020 | 1 | 0 | 1 | 0 | 0 | 0 | first/2020.csv");
    asCountedAnew();
  }

  @Test
  void a_restatement_counts_anew_what_it_changed_or_ended_and_nothing_else() {
    published("again");
    List<String> before = counts("");
    Map<String, Long> versions = loads.versions();
    // a changes, and with it the trend of its next year; b is stated of P3 instead of P4, c is
    // ended, d
    // stays.
    loads.file(
        "again/corrected2020.csv",
        HEADER,
        "P1,a,Acceso,MX,Porcentaje,2020,0,100,30,10,Superado",
        "P3,b,Visitas,MX,Visita,2020,100,200,150,120,",
        "P2,d,Quejas,09,Quejas,2020,0,100,30,NR,");
    assertThat(loads.run()).containsExactly("again/corrected2020.csv PUBLISHED");

    assertThat(inShort("again"))
        .containsExactly(
            "P1 | 2020 | 1 | 0 | 1 | 0 | 0 | 1 | again/corrected2020.csv",
            "P1 | 2021 | 1 | 0 | 1 | 1 | 0 | 0 | again/corrected2020.csv",
            "P2 | 2020 | 1 | 0 | 0 | 0 | 0 | 0 | again/corrected2020.csv",
            "P2 | 2021 | 1 | 0 | 1 | 0 | 0 | 1 | again/2021.csv",
            "P3 | 2020 | 1 | 0 | 1 | 0 | 0 | 0 | again/corrected2020.csv");
    asCountedAnew();
    assertThat(loads.versions().get("fct_programme_performance"))
        .isEqualTo(versions.get("fct_programme_performance") + 4);
    String asOf = asOf("again/2021.csv");
    assertThat(counts(asOf)).isEqualTo(before).isEqualTo(countedAnew(asOf));
  }

  @Test
  void a_cell_that_no_indicator_is_left_in_ends() {
    published("ended");
    loads.file("ended/corrected2021.csv", HEADER, "P1,a,Acceso,MX,Porcentaje,2021,0,100,50,45,");
    assertThat(loads.run()).containsExactly("ended/corrected2021.csv PUBLISHED");

    assertThat(inShort("ended"))
        .containsExactly(
            "P1 | 2020 | 1 | 1 | 1 | 0 | 0 | 1 | ended/2020.csv",
            "P1 | 2021 | 1 | 0 | 1 | 1 | 0 | 0 | ended/2021.csv",
            "P2 | 2020 | 2 | 0 | 0 | 0 | 1 | 0 | ended/2020.csv",
            "P4 | 2020 | 1 | 0 | 1 | 0 | 0 | 0 | ended/2020.csv");
    asCountedAnew();
  }

  @Test
  void an_edition_that_no_longer_states_indicators_has_no_counts() {
    published("dropped");
    loads
        .feed(
            "dropped",
            """
            title: T
            agency: A
            files: '%1$s/*.csv'
            kind: score
            edition: {fileName: '[a-z]*(?<edition>\\d{4})\\.csv'}
            record:
              agency: {constant: "%1$s"}
              programme: Programa
              model: {constant: M}
              geography: Entidad
            facts:
              - value: Valor
            """)
        .file("dropped/corrected2020.csv", HEADER, "P1,a,Acceso,MX,Porcentaje,2020,0,100,30,3,");
    assertThat(loads.run()).containsExactly("dropped/corrected2020.csv PUBLISHED");

    assertThat(inShort("dropped"))
        .containsExactly(
            "P1 | 2021 | 1 | 0 | 1 | 1 | 0 | 0 | dropped/2021.csv",
            "P2 | 2021 | 1 | 0 | 1 | 0 | 0 | 1 | dropped/2021.csv");
    asCountedAnew();
  }

  @Test
  void what_states_the_same_again_gets_no_version() {
    published("same");
    long versions = loads.versions().get("fct_programme_performance");
    loads.file(
        "same/again2021.csv",
        HEADER,
        "P2,d,Quejas,09,Quejas,2021,0,100,30,NR,",
        "P1,a,Acceso,MX,Porcentaje,2021,0,100,50,45,",
        "P2,d,Quejas,MX,Quejas,2021,0,100,30,31,Superado");
    assertThat(loads.run()).containsExactly("same/again2021.csv PUBLISHED");
    assertThat(loads.versions()).containsEntry("fct_programme_performance", versions);
  }

  @Test
  void only_what_differs_is_counted_and_comes_out_as_if_all_were() {
    published("differs");
    List<String> before = counts("");
    // a changes, and its next year's trend; the first figure of c has company of another series, of
    // d the nation's is stated, which counts instead of the state's; e is new.
    loads.file(
        "differs/corrected2020.csv",
        HEADER,
        "P1,a,Acceso,MX,Porcentaje,2020,0,100,30,10,Superado",
        "P1,a,Acceso,MX,Porcentaje,2020-03,0,100,,9,",
        "P4,b,Visitas,MX,Visita,2020,100,200,150,120,",
        "P4,e,Pagos,MX,Pago,2020,100,200,150,160,",
        "P2,c,Multas,MX,Porcentaje,2020,0,100,30,35,",
        "P2,c,Multas,MX,Multas,2020,0,100,30,25,",
        "P2,d,Quejas,MX,Quejas,2020,0,100,30,33,",
        "P2,d,Quejas,09,Quejas,2020,0,100,30,NR,");
    assertThat(loads.run()).containsExactly("differs/corrected2020.csv PUBLISHED");

    assertThat(inShort("differs"))
        .containsExactly(
            "P1 | 2020 | 1 | 0 | 1 | 0 | 0 | 1 | differs/corrected2020.csv",
            "P1 | 2021 | 1 | 0 | 1 | 1 | 0 | 0 | differs/corrected2020.csv",
            "P2 | 2020 | 2 | 0 | 1 | 0 | 1 | 0 | differs/corrected2020.csv",
            "P2 | 2021 | 1 | 0 | 1 | 1 | 0 | 1 | differs/corrected2020.csv",
            "P4 | 2020 | 2 | 0 | 2 | 0 | 0 | 0 | differs/corrected2020.csv");
    asCountedAnew();
    assertThat(counts(asOf("differs/2021.csv"))).isEqualTo(before);
  }

  @Test
  void another_printed_class_alone_is_counted_too() {
    published("printed");
    loads.file(
        "printed/printed2020.csv",
        HEADER,
        "P1,a,Acceso,MX,Porcentaje,2020,0,100,30,130,Rezagado",
        "P1,a,Acceso,MX,Porcentaje,2020-03,0,100,,9,",
        "P4,b,Visitas,MX,Visita,2020,100,200,150,120,",
        "P2,c,Multas,MX,Porcentaje,2020,0,100,30,20,Rezagado",
        "P2,c,Multas,MX,Multas,2020,0,100,30,25,",
        "P2,d,Quejas,09,Quejas,2020,0,100,30,NR,");
    assertThat(loads.run()).containsExactly("printed/printed2020.csv PUBLISHED");
    asCountedAnew();
  }

  @Test
  void counts_that_can_not_be_right_are_counted_from_all_facts() {
    published("wrong");
    warehouse
        .owner()
        .sql(
            "UPDATE fct_programme_performance SET n_far_lagging = n_far_lagging + 3, n_exceeded = 0 WHERE year_key = 2020 AND feed_id = (SELECT feed_id FROM dim_feed WHERE feed = 'wrong')")
        .update();
    loads.file(
        "wrong/corrected2020.csv",
        HEADER,
        "P1,a,Acceso,MX,Porcentaje,2020,0,100,30,60,Superado",
        "P1,a,Acceso,MX,Porcentaje,2020-03,0,100,,9,",
        "P4,b,Visitas,MX,Visita,2020,100,200,150,120,",
        "P2,c,Multas,MX,Porcentaje,2020,0,100,30,20,Rezagado",
        "P2,c,Multas,MX,Multas,2020,0,100,30,25,",
        "P2,d,Quejas,09,Quejas,2020,0,100,30,NR,");
    assertThat(loads.run()).containsExactly("wrong/corrected2020.csv PUBLISHED");
    asCountedAnew();
  }
}
