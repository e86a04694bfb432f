package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is judged while it is staged is what is judged from staging. Which judgements of those hold
 * is seen by a mark, which they get between staging and classifying: where it is gone the series
 * was judged from staging.
 */
class InPassingLoadsTest {
  private static final String HEADER =
      "Programa,Id,Nombre,Unidad,Sentido,Entidad,Serie,Periodo,Corte,LB,Meta,Intermedia,Ajustada,Verde,Amarillo,Valor,Nota";

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%%1$s/*.csv'
      kind: indicator
      scope: feed
      record:
        agency: {constant: "%%1$s"}
        programme: Programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: Unidad
        direction: {column: Sentido, valueMap: {A: ascending, D: descending, C: constant, R: nominal}}
        geography: Entidad
        series: Serie
        year: {column: Periodo, pattern: '(?<year>\\d{4})(-.*)?'}
        quarter: {column: Periodo, pattern: '\\d{4}(-T(?<quarter>\\d)|-\\d{2})?'}
        month: {column: Periodo, pattern: '\\d{4}(-(?<month>\\d{2})|-T\\d)?'}
        asOf: {column: Corte, format: dd/MM/yyyy}
        baseline: LB
        baselineYear: {constant: "2018"}
        target: Meta
        targetType: {constant: as printed}
        targetYear: {constant: "2024"}
        interimTarget: Intermedia
        adjustedTarget: Ajustada
        greenUpTo: Verde
        yellowUpTo: Amarillo
        note: Nota
      facts:
        - value: Valor
      sameKey: %s
      tolerances: {quarantined: 50%%%%}
      """;

  private static final String NUMBERED = DESCRIPTOR.formatted("number");

  private static final Seam STAGED = new Seam("UPDATE delivery SET status", 1, When.AFTER_COMMIT);
  private static final Seam SETTLED = new Seam(") doubted", 1, When.AFTER_COMMIT);

  /** The first was written while staging. */
  private static final Seam JUDGED =
      new Seam("_indicator_judgement CHARACTER SET", 2, When.AFTER_COMMIT);

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("judged_in_passing");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private void file(String feed, String descriptor, List<String> records) {
    loads
        .feed(feed, descriptor)
        .file(
            feed + "/1.csv",
            Stream.concat(Stream.of(HEADER), records.stream()).toArray(String[]::new));
  }

  private static String record(String id, String period, String figure) {
    return record(id, "Nombre de " + id, "MX", period, figure);
  }

  private static String record(String id, String name, String place, String period, String figure) {
    return "P1,%s,%s,Visita,A,%s,,%s,,10,100,,,,,%s,".formatted(id, name, place, period, figure);
  }

  /** Seven series, each of three years that follow one another in the file. */
  private static List<String> records() {
    List<String> records = new ArrayList<>();
    for (String id : List.of("a", "b", "c", "d", "e", "f", "g")) {
      for (int year = 2019; year <= 2021; year++) {
        records.add(record(id, Integer.toString(year), Integer.toString(20 * (year - 2018))));
      }
    }
    return records;
  }

  private static List<String> with(String... more) {
    List<String> records = records();
    Collections.addAll(records, more);
    return records;
  }

  /** Loads a feed; what is judged before the seam is marked. */
  private void marked(String feed) {
    try (SeamDriver driver = SeamDriver.lay(STAGED, seam -> mark())) {
      assertThat(loads.runThrough(driver, feed)).containsExactly(feed + "/1.csv PUBLISHED");
      assertThat(driver.passed()).isTrue();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void mark() {
    String table =
        loads.one(
            "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables WHERE table_schema = '%s' AND table_name LIKE '%%\\_indicator\\_judgement'"
                .formatted(warehouse.endpoint().stagingSchema()));
    warehouse.owner().sql("UPDATE " + table + " SET rulebook_version = 'marked'").update();
  }

  /** Indicators that were judged from staging, and how many of their figures. */
  private List<String> judgedFromStaging(String feed) {
    return loads.rows(
        """
        SELECT i.code, COUNT(*) FROM fct_indicator_judgement j JOIN dim_indicator i USING (indicator_id)
        JOIN dim_feed f ON f.feed_id = j.feed_id WHERE feed = '%s' AND rulebook_version <> 'marked' GROUP BY i.code ORDER BY i.code
        """
            .formatted(feed));
  }

  private String judgements(String feed) {
    return loads.one(
        "SELECT COUNT(*) FROM fct_indicator_judgement FOR SYSTEM_TIME ALL JOIN dim_feed USING (feed_id) WHERE feed = '%s'"
            .formatted(feed));
  }

  @Test
  void series_that_follow_one_another_are_not_judged_from_staging() {
    file("follow", NUMBERED, records());
    marked("follow");
    assertThat(judgedFromStaging("follow")).isEmpty();
    assertThat(judgements("follow")).isEqualTo("21");
    assertThat(
            loads.one(
                "SELECT MAX(READ_COUNT) FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION USING (JOB_EXECUTION_ID) JOIN BATCH_JOB_INSTANCE USING (JOB_INSTANCE_ID) WHERE JOB_NAME = 'load-follow' AND STEP_NAME = 'classify'"))
        .isEqualTo("7");
  }

  @Test
  void nor_are_years_that_are_not_stated_and_places_of_one_series() {
    file(
        "gaps",
        NUMBERED,
        with(
            record("h", "2015", "1"),
            record("h", "2018", "2"),
            record("h", "2019", "3"),
            record("i", "Nombre de i", "09", "2019", "1"),
            record("i", "Nombre de i", "15", "2019", "2"),
            record("i", "Nombre de i", "09", "2020", "3")));
    marked("gaps");
    assertThat(judgedFromStaging("gaps")).isEmpty();
    assertThat(judgements("gaps")).isEqualTo("27");
  }

  @Test
  void one_that_comes_back_or_is_stated_otherwise_is() {
    file(
        "back",
        NUMBERED,
        with(record("a", "2022", "70"), record("c", "Otro nombre", "MX", "2023", "90")));
    marked("back");
    assertThat(judgedFromStaging("back")).containsExactly("a | 4", "c | 4");
  }

  @Test
  void one_that_shares_a_key_is() {
    file("shared", NUMBERED, with(record("b", "2020", "40"), record("d", "2020", "41")));
    marked("shared");
    assertThat(judgedFromStaging("shared")).containsExactly("b | 3", "d | 4");
  }

  @Test
  void one_that_shares_a_key_within_itself_is() {
    List<String> records = records();
    records.add(1, record("a", "2019", "20"));
    records.add(5, record("b", "2019", "21"));
    file("within", NUMBERED, records);
    marked("within");
    assertThat(judgedFromStaging("within")).containsExactly("a | 3", "b | 4");
    assertThat(judgements("within")).isEqualTo("22");
  }

  @Test
  void one_of_which_records_are_set_aside_is() {
    List<String> records = with(record("d", "2021", "61"));
    records.add(4, record("b", "2019", "21"));
    records.addAll(1, List.of(record("a", "2010", "1"), record("a", "2010", "2")));
    file("aside", DESCRIPTOR.formatted("quarantine"), records);
    marked("aside");
    assertThat(judgedFromStaging("aside")).containsExactly("a | 3", "b | 2", "d | 2");
    assertThat(judgements("aside")).isEqualTo("19");
  }

  @Test
  void what_an_earlier_execution_judged_from_staging_does_not_stay() {
    for (Seam seam : List.of(SETTLED, JUDGED)) {
      String feed = "cut" + seam.time();
      file(feed, NUMBERED, with(record("b", "2022", "40")));
      loads.cutOff(feed, seam);
      mark();
      assertThat(loads.run()).containsExactly(feed + "/1.csv PUBLISHED");
      assertThat(judgedFromStaging(feed)).containsExactly("b | 4");
      assertThat(judgements(feed)).isEqualTo("22");
    }
  }

  /** All that is said of the feed's indicators, whatever their programme. */
  private List<String> said(String feed) {
    return loads.rows(
        """
        SELECT i.code, s.series_code, j.year_key, j.period_type_key, j.period_number, g.geography_code, j.ordinal, segment, is_break,
          progress_percent, expected_percent, progress_key, progress_reason_key, progress_status, interim_key, interim_reason_key,
          interim_status, trend_key, trend_reason_key, trend_status, is_favourable, slope, compliance_percent, light_key,
          light_reason_key, light_status, original_compliance_percent, original_light_key, is_poor_planning
        FROM fct_indicator_judgement j JOIN dim_feed f ON f.feed_id = j.feed_id
        JOIN dim_indicator i ON i.indicator_id = j.indicator_id
        JOIN dim_series s ON s.series_id = j.series_id JOIN dim_geography g ON g.geography_id = j.geography_id
        WHERE f.feed = '%s' ORDER BY 1, 2, 3, 4, 5, 6, 7, i.programme_id
        """
            .formatted(feed));
  }

  /** Series of all sorts, one after the other, the same for each programme. */
  private static List<String> allSorts(String programme) {
    Random random = new Random(SeamTest.RANDOM);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String id = "i" + i;
      String goals =
          "%s,%s,%s,%s,%s,%s"
              .formatted(
                  some(random, "", "0", "12.5", "-3"),
                  some(random, "", "100", "80.1234567891", "máximo 40", "20 - 60", "mejor"),
                  some(random, "", "50"),
                  some(random, "", "", "45.5"),
                  some(random, "", "", "5"),
                  some(random, "10", "15"));
      String direction = some(random, "A", "D", "C", "R");
      String place = some(random, "MX", "MX", "09");
      for (int year = 2016; year <= 2024; year++) {
        String where = i % 4 == 0 && year % 2 == 0 ? "15" : place;
        for (String period : random.nextInt(8) == 0 ? List.of("-T1", "-T2") : List.of("")) {
          String figure =
              some(
                  random, "ND", "cinco", "" + random.nextInt(120), "" + random.nextInt(1200) / 8.0);
          records.add(
              "%s,%s,Nombre,Visita,%s,%s,%s,%d%s,30/06/2024,%s,%s,"
                  .formatted(programme, id, direction, where, "", year, period, goals, figure));
        }
      }
    }
    records.add(33, records.get(31));
    records.add(records.get(77).replaceFirst(",[^,]*,$", ",77,"));
    records.add(records.get(11).replace(",Nombre,", ",Otro nombre,").replace(",2017", ",2030"));
    return records;
  }

  private static String some(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  @Test
  void what_is_said_is_what_is_said_of_a_shuffled_file() {
    List<String> records = allSorts("P1");
    file("sorted", NUMBERED, records);
    marked("sorted");
    Collections.shuffle(records, new Random(SeamTest.RANDOM));
    file("shuffled", NUMBERED, records);
    marked("shuffled");
    assertThat(judgedFromStaging("sorted")).hasSize(3);
    assertThat(judgedFromStaging("shuffled")).hasSize(20);
    assertThat(said("sorted")).isEqualTo(said("shuffled")).hasSizeGreaterThan(100);
  }

  @Test
  void a_load_cut_off_between_two_chunks_goes_on_judging() {
    List<String> records = new ArrayList<>();
    int programmes = 10_500 / allSorts("P1").size();
    for (int i = 0; i < programmes; i++) {
      records.addAll(allSorts("P" + i));
    }
    file("chunks", NUMBERED, records);
    loads.cutOff("chunks", new Seam("SET records_read = records_read +", 1, When.AFTER_COMMIT));
    marked("chunks");
    file("once", NUMBERED, allSorts("P1"));
    marked("once");
    List<String> once = said("once");
    assertThat(said("chunks"))
        .isEqualTo(
            once.stream().flatMap(each -> Collections.nCopies(programmes, each).stream()).toList());
    assertThat(judgedFromStaging("chunks"))
        .isEqualTo(
            judgedFromStaging("once").stream()
                .map(each -> each.split(" \\| "))
                .map(each -> each[0] + " | " + programmes * Integer.parseInt(each[1]))
                .toList());
  }

  @Test
  void where_something_is_published_all_are_judged_from_staging() {
    file("later", NUMBERED, List.of(record("a", "2018", "15")));
    assertThat(loads.run()).containsExactly("later/1.csv PUBLISHED");
    loads.remove("later/1.csv");
    file("later", NUMBERED, records());
    marked("later");
    assertThat(judgedFromStaging("later"))
        .containsExactly("a | 3", "b | 3", "c | 3", "d | 3", "e | 3", "f | 3", "g | 3");
  }
}
