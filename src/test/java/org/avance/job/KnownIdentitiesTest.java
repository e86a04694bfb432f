package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programmes that are delivered twice: by one feed among many others, so that what is known of them
 * is settled without being read, by the other alone, so that all is read. Both must come to the
 * same.
 */
class KnownIdentitiesTest {
  private static final String HEADER = "Programa,Id,Previo,Nombre,Ciclo,Valor";

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      scope: feed
      record:
        agency: {constant: "99"}
        programme: Programa
        indicator: Id
        previousIndicator: Previo
        indicatorName: Nombre
        level: {constant: Fin}
        unit: {constant: Persona}
        direction: {constant: ascending}
        year: Ciclo
        geography: {constant: MX}
      facts:
        - value: Valor
      sameKey: number
      tolerances: {ended: 2000}
      """;

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;
  private int deliveries;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("known_identities");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** The next delivery of both feeds. */
  private void deliver(String name, String... lines) {
    deliveries++;
    List<String> alone = Stream.concat(Stream.of(HEADER), Stream.of(lines)).toList();
    Stream<String> others =
        IntStream.range(0, 1_000).mapToObj("Q,q%1$d,,Otro %1$d,2020,5"::formatted);
    file(name, Stream.concat(alone.stream(), others));
    file(name + "-alone", alone.stream());
    assertThat(loads.run(name, name + "-alone"))
        .containsExactlyInAnyOrder(
            "%s-alone/%d.csv PUBLISHED".formatted(name, deliveries),
            "%s/%d.csv PUBLISHED".formatted(name, deliveries));
  }

  private void file(String feed, Stream<String> lines) {
    loads
        .feed(feed, DESCRIPTOR)
        .file("%s/%d.csv".formatted(feed, deliveries), lines.toArray(String[]::new));
  }

  /** Which indicator is called what when; the same indicator has the same key in both feeds. */
  private List<String> names(String feed) {
    return loads.rows(
        """
        SELECT n.year_key, n.last_year, n.code, n.name, i.indicator_key
        FROM dim_indicator_name n JOIN dim_indicator i USING (indicator_id)
        JOIN dim_programme p USING (programme_id) JOIN dim_feed f ON f.feed_id = n.feed_id
        WHERE f.feed = '%s' AND p.programme_code <> 'Q' ORDER BY n.code, n.year_key, n.name
        """
            .formatted(feed));
  }

  private List<String> indicators(String feed) {
    return loads.rows(
        "SELECT COUNT(DISTINCT indicator_id) FROM dim_indicator JOIN dim_feed USING (feed_id) JOIN dim_programme USING (programme_id) WHERE feed = '%s' AND programme_code = 'P'"
            .formatted(feed));
  }

  private void mustAgree(String name) {
    assertThat(names(name)).isNotEmpty().isEqualTo(names(name + "-alone"));
  }

  private void byHand(String name, String change) {
    for (String feed : List.of(name, name + "-alone")) {
      warehouse.owner().sql(change).param("feed", feed).update();
    }
  }

  private static final String NAMES =
      "UPDATE dim_indicator_name n JOIN dim_indicator i USING (indicator_id) JOIN dim_feed f ON f.feed_id = n.feed_id ";

  @Test
  void what_is_delivered_again_stays_what_it_was() {
    String[] lines = {
      "P,a,,Uno,2019,1", "P,a,,Uno nuevo,2020,2", "P,b,,Dos,2020,3", "R,,,Tres,2020,4",
    };
    deliver("again", lines);
    List<String> first = names("again");
    lines[2] = "P,B,,dos,2020,7";
    deliver("again", lines);
    assertThat(names("again")).hasSize(4).isEqualTo(first);
    mustAgree("again");
  }

  /** As may be left where what had ended comes back by a retraction. */
  @Test
  void a_code_that_two_indicators_bear_is_looked_at() {
    deliver("two", "P,a,,Uno,2019,1", "P,b,,Dos,2019,1");
    byHand(
        "two",
        NAMES
            + "SET n.code = 'A', n.identity_hash = REPEAT('0', 32) WHERE f.feed = :feed AND n.code = 'b'");
    deliver("two", "P,a,,Uno,2019,2");
    mustAgree("two");
  }

  @Test
  void so_is_one_that_is_not_printed_plainly() {
    deliver("plain", "P,x a,,Uno,2019,1", "P,b,,Dos,2019,1");
    byHand(
        "plain",
        NAMES
            + "SET n.code = 'x  á', n.identity_hash = REPEAT('0', 32) WHERE f.feed = :feed AND n.code = 'b'");
    deliver("plain", "P,x a,,Uno,2019,2");
    mustAgree("plain");
  }

  /** It is the one of that name which is known first, and that is another the second time. */
  @Test
  void a_name_without_a_code_is_looked_at_beside_codes() {
    String[] lines =
        IntStream.range(0, 8)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                            "P,a%1$d,,Nombre %1$d,2018,1",
                            "P,a%1$d,,Nombre %1$d,2019,1",
                            "P,b%1$d,,Nombre %1$d,2019,1",
                            "P,,,Nombre %1$d,2020,1")
                        .map(line -> line.formatted(i)))
            .toArray(String[]::new);
    deliver("mixed", lines);
    List<String> first = names("mixed");
    lines[0] = lines[0] + "0";
    deliver("mixed", lines);
    assertThat(names("mixed")).isNotEqualTo(first);
    mustAgree("mixed");
  }

  /** Both codes of one name are stated for 2020: they are two, which only all of them tell. */
  @Test
  void what_is_new_is_told_from_all_that_is_stated_beside_it() {
    deliver("beside", "P,a,,Uno,2019,1", "P,a,,Uno,2020,1");
    deliver("beside", "P,a,,Uno,2019,1", "P,a,,Uno,2020,1", "P,a2,,Uno,2020,1");
    assertThat(names("beside")).hasSize(2);
    assertThat(indicators("beside")).containsExactly("2");
    mustAgree("beside");
  }

  @Test
  void a_programme_that_is_written_in_another_way_is_looked_at() {
    deliver("written", "P,a,,Uno,2019,1", "P,b,a,Dos,2020,1");
    deliver("written", "p,a,,Uno,2019,2", "P ,b,a,Dos,2020,1");
    mustAgree("written");
  }

  @Test
  void all_programmes_may_have_to_be_looked_at() {
    List<String> lines =
        IntStream.range(0, 1_000).mapToObj("P,p%1$d,,Uno %1$d,2020,5"::formatted).toList();
    file("all", Stream.concat(Stream.of(HEADER), lines.stream()));
    assertThat(loads.run("all")).containsExactly("all/0.csv PUBLISHED");
    deliveries++;
    file("all", Stream.concat(Stream.of(HEADER, "P,n,,Nuevo,2020,6"), lines.stream()));
    assertThat(loads.run("all")).containsExactly("all/1.csv PUBLISHED");
    assertThat(names("all")).hasSize(1_001);
  }
}
