package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which indicators a later delivery of the same edition has judged again: those of which it says
 * anything new. What was published is marked by a slope that no rule makes; where the mark is gone
 * the indicator was judged.
 */
class UnchangedIndicatorsTest {
  private static final String HEADER = "Programa,Id,Nombre,Entidad,Unidad,Ciclo,Valor,Clase";

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      scope: feed
      record:
        agency: {constant: "%1$s"}
        programme: Programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: Unidad
        direction: {constant: ascending}
        year: Ciclo
        geography: Entidad
        progressClass: Clase
      facts:
        - value: Valor
      sameKey: number
      tolerances: {quarantined: 50}
      """;

  private static final List<String> FIRST =
      List.of(
          "P1,a,Acceso,MX,Porcentaje,2019,1,",
          "P1,a,Acceso,MX,Porcentaje,2020,2,",
          "P1,b,Visitas,MX,Visita,2019,3,",
          "P1,b,Visitas,MX,Visita,2020,5,",
          "P2,c,Multas,MX,Multa,2020,7,");

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("unchanged_indicators");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private void publishedAndMarked(String feed) {
    loads.feed(feed, DESCRIPTOR).file(feed + "/1.csv", lines(FIRST));
    assertThat(loads.run()).containsExactly(feed + "/1.csv PUBLISHED");
    JdbcClient sql = warehouse.owner();
    sql.sql(
            "UPDATE fct_indicator_judgement JOIN dim_feed USING (feed_id) SET slope = 999 WHERE feed = :feed")
        .param("feed", feed)
        .update();
  }

  private static String[] lines(List<String> records) {
    return Stream.concat(Stream.of(HEADER), records.stream()).toArray(String[]::new);
  }

  private void again(String feed, String... records) {
    loads.file(feed + "/2.csv", lines(List.of(records)));
    assertThat(loads.run()).containsExactly(feed + "/2.csv PUBLISHED");
  }

  /** Indicators and years of which the mark is gone. */
  private List<String> judgedAgain(String feed) {
    return loads.rows(
        """
        SELECT i.code, j.year_key FROM fct_indicator_judgement j JOIN dim_indicator i USING (indicator_id)
        JOIN dim_feed f ON f.feed_id = j.feed_id WHERE feed = '%s' AND NOT slope <=> 999 ORDER BY 1, 2
        """
            .formatted(feed));
  }

  @Test
  void the_same_in_another_order_and_spelling_is_not_judged_again() {
    publishedAndMarked("same");
    Map<String, Long> before = loads.versions();
    again(
        "same",
        "P2,c,Multas,MX,Multa,2020,7.0,",
        "P1,b,Visitas,MX,Visita,2020,5,",
        "P1,a,Acceso,MX,Porcentaje,2020,2,",
        "P1,b,Visitas,MX,Visita,2019,3.00,",
        "P1,a,Acceso,MX,Porcentaje,2019,1,");
    assertThat(judgedAgain("same")).isEmpty();
    assertThat(loads.versions()).isEqualTo(before);
  }

  @Test
  void another_figure_has_its_indicator_judged_again_and_no_other() {
    publishedAndMarked("figure");
    again("figure", with(1, "P1,a,Acceso,MX,Porcentaje,2020,4,"));
    assertThat(judgedAgain("figure")).containsExactly("a | 2019", "a | 2020");
  }

  @Test
  void a_year_a_place_and_a_unit_more_have_theirs_judged_again() {
    publishedAndMarked("more");
    again(
        "more",
        with(
            4,
            "P2,c,Multas,MX,Multa,2020,7,\nP2,c,Multas,MX,Multa,2021,8,\nP1,b,Visitas,09,Visita,2020,2,"));
    assertThat(judgedAgain("more"))
        .containsExactly("b | 2019", "b | 2020", "b | 2020", "c | 2020", "c | 2021");
    again("more", with(4, "P2,c,Multas,MX,Multa,2020,7,\nP1,a,Acceso,MX,Minutos,2021,8,"));
    assertThat(judgedAgain("more")).contains("a | 2019", "a | 2020", "a | 2021");
  }

  @Test
  void a_year_less_has_its_indicator_judged_again() {
    publishedAndMarked("less");
    again("less", FIRST.get(0), FIRST.get(2), FIRST.get(3), FIRST.get(4));
    assertThat(judgedAgain("less")).containsExactly("a | 2019");
  }

  @Test
  void a_year_that_is_only_unreadable_now_is_kept_and_the_rest_stands() {
    publishedAndMarked("unreadable");
    again("unreadable", with(1, "P1,a,Acceso,MX,Porcentaje,2020,dos,"));
    assertThat(judgedAgain("unreadable")).isEmpty();
    assertThat(
            loads.rows(
                "SELECT COUNT(*) FROM fct_indicator_value JOIN dim_feed USING (feed_id) WHERE feed = 'unreadable'"))
        .containsExactly("5");
  }

  @Test
  void a_printed_class_has_all_judged_again() {
    publishedAndMarked("printed");
    again("printed", with(4, "P2,c,Multas,MX,Multa,2020,7,Superado"));
    assertThat(judgedAgain("printed")).hasSize(5);
  }

  @Test
  void other_rules_have_all_judged_again() {
    publishedAndMarked("rules");
    loads.rulebook("other");
    again("rules", FIRST.get(4), FIRST.get(0), FIRST.get(2), FIRST.get(3), FIRST.get(1));
    assertThat(judgedAgain("rules")).hasSize(5);
  }

  private static String[] with(int place, String record) {
    String[] records = FIRST.toArray(String[]::new);
    records[place] = record;
    return records;
  }
}
