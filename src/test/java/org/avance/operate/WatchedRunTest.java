package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.avance.monitor.Receiver;
import org.avance.schedule.ServeEvent;
import org.avance.server.Endpoint;
import org.avance.server.ServerFailure;
import org.avance.server.TestServer;
import org.avance.server.WarehouseServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs into a server of one's own, watched as the environment says. */
final class WatchedRunTest {
  private static final String DESCRIPTOR =
      """
      feed: people
      title: T
      agency: A
      files: 'people/*.csv'
      kind: coverage
      edition: {fileName: '(?<edition>\\d{4})[a-z]*\\.csv'}
      scope: edition
      record:
        agency: {constant: "99"}
        agencyName: {constant: An agency}
        programme: Clave
        programmeName: Programa
        unit: Unidad
        geography: {constant: MX}
      facts:
        - {population: {constant: served}, value: Atendida}
      """;

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ServeEvent FAULT =
      new ServeEvent(NOW, ServeEvent.Kind.FAULT, "", "wrong", Optional.empty(), Optional.empty());

  @TempDir private Path folder;
  private final Receiver receiver = Receiver.open();
  private static Endpoint there;

  @BeforeAll
  static void serve() throws Exception {
    there = TestServer.freshWarehouse("test_watched");
  }

  @BeforeEach
  void prepare() throws Exception {
    Files.createDirectories(folder.resolve("jobs/rules"));
    try (Stream<Path> rules = Files.list(Path.of("jobs/rules"))) {
      for (Path rule : rules.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        Files.copy(rule, folder.resolve("jobs/rules").resolve(rule.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("jobs/rules/rulebook.yaml"), "version: 2020.1\nfeedOrder: []\n");
    Files.writeString(folder.resolve("jobs/people.yaml"), DESCRIPTOR);
    Files.createDirectories(folder.resolve("inbox/people"));
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void a_night_that_goes_wrong_is_told_and_put_right() throws Exception {
    file("2024.csv", "E1,Uno,Personas,Juana");
    run(Map.of());
    run(Map.of());
    file("2024b.csv", "E1,Uno,Personas,5");
    run(Map.of());

    assertThat(events())
        .containsExactly(
            "RUN_REJECTED 1 REJECTED: people, people/2024.csv",
            "RECOVERED 2 RECOVERED: people, people/2024b.csv");
    assertThat(receiver.posts().get(0).body())
        .contains("./avance show 1")
        .contains("./avance feed try people " + folder.resolve("inbox/people/2024.csv"))
        .doesNotContain("Juana");
    List<JsonNode> lineage =
        Files.readAllLines(folder.resolve("lineage.jsonl")).stream()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(lineage)
        .extracting(event -> event.path("eventType").asString())
        .containsExactly("START", "FAIL", "START", "COMPLETE");
    assertThat(lineage.get(3).path("outputs").get(0).path("name").asString())
        .isEqualTo("test_watched.fct_coverage");

    // An act that loads is watched as a run is.
    Rerun.ofDelivery(place(Map.of()), 2, scope -> true, (feed, file, step, records) -> {});
    assertThat(Files.readAllLines(folder.resolve("lineage.jsonl"))).hasSize(6);

    assertThatThrownBy(() -> run(Map.of("AVANCE_DB_PASSWORD", "wrong")))
        .isInstanceOf(ServerFailure.class);
    assertThatThrownBy(() -> run(Map.of("AVANCE_DB_PASSWORD", "wrong")))
        .isInstanceOf(ServerFailure.class);
    run(Map.of());

    assertThat(events().subList(2, events().size()))
        .containsExactly(
            "UNABLE 0 UNABLE: nothing could be loaded", "RECOVERED 0 RECOVERED: loading goes on");
  }

  @Test
  void a_wrong_setting_is_refused_before_anything_is_started() {
    assertThatThrownBy(() -> run(Map.of("AVANCE_LINEAGE", "lineage.jsonl")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "AVANCE_LINEAGE: expected file:/var/log/avance/lineage.jsonl, or an address such as http://localhost:5000; found: lineage.jsonl.");
    assertThat(receiver.posts()).isEmpty();
  }

  @Test
  void who_tries_channels_where_none_is_set_is_told_what_to_set() {
    Workplace place = new Workplace(folder, folder, folder, Map.of());

    assertThatThrownBy(() -> Watching.of(place).test())
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "a test message was asked for, but no channel is set; set AVANCE_SMTP_URL, AVANCE_MAIL_FROM and AVANCE_MAIL_TO, or AVANCE_WEBHOOK_URL (docs/watch.md)");
  }

  @Test
  void what_serves_has_pages() throws Exception {
    Workplace place = place(Map.of("AVANCE_HTTP_BIND", "127.0.0.1:0"));
    run(Map.of());
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      Watching.Served served =
          Watching.of(place).serving(server.endpoint(), FeedActs.list(place).sound(), () -> true);
      try (var watch = served.watch()) {
        int port = served.pages().get(0).getPort();
        assertThat(page(port, "/ready")).contains("\"ready\":true");
        assertThat(page(port, "/info")).contains("\"feeds\":[\"people\"],\"rulebook\":\"2020.1\"");
        assertThat(page(port, "/metrics")).contains("avance_database_up 1.0");
        watch.checksDue();
      }
    }
  }

  @Test
  void what_serve_leaves_out_is_told_again_once_it_was_mended_and_outages_are_told()
      throws Exception {
    run(Map.of());
    Workplace place = place(Map.of("AVANCE_HTTP_BIND", "none"));
    try (ServeWatch watch = new ServeWatch(place, Watching.of(place), there)) {
      for (int time = 0; time < 2; time++) {
        Files.writeString(folder.resolve("jobs/people.yaml"), DESCRIPTOR + "nonsense: 1\n");
        watch.happened(FAULT);
        watch.pulse(NOW);
        Files.writeString(folder.resolve("jobs/people.yaml"), DESCRIPTOR);
        awaitEvents(time + 1);
        watch.pulse(NOW);
      }
      watch.unable("the database does not answer");
      watch.unable("the database does not answer");
      watch.able();
    }

    assertThat(events())
        .extracting(event -> event.replaceFirst(": .*", ""))
        .containsExactly(
            "LEFT_OUT 0 LEFT OUT",
            "LEFT_OUT 0 LEFT OUT",
            "UNABLE 0 UNABLE",
            "RECOVERED 0 RECOVERED");
  }

  private void awaitEvents(int number) throws InterruptedException {
    for (int tries = 0; receiver.posts().size() < number && tries < 200; tries++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static String page(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private void file(String name, String record) throws IOException {
    Files.writeString(
        folder.resolve("inbox/people").resolve(name),
        "Clave,Programa,Unidad,Atendida\n" + record + "\n");
    Files.setLastModifiedTime(
        folder.resolve("inbox/people").resolve(name),
        java.nio.file.attribute.FileTime.fromMillis(0));
  }

  private Run.Report run(Map<String, String> more) {
    return Run.perform(place(more), Set.of(), (feed, file, step, records) -> {});
  }

  private Workplace place(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AVANCE_DB_URL", there.jdbcUrl());
    environment.put("AVANCE_DB_USER", there.owner().user());
    environment.put("AVANCE_DB_PASSWORD", there.owner().password());
    environment.put("AVANCE_WEBHOOK_URL", receiver.url());
    environment.put("AVANCE_LINEAGE", "file:" + folder.resolve("lineage.jsonl"));
    environment.putAll(more);
    return new Workplace(
        folder.resolve("home"), folder.resolve("jobs"), folder.resolve("inbox"), environment);
  }

  private List<String> events() {
    return receiver.posts().stream()
        .map(post -> JsonMapper.shared().readTree(post.body()))
        .map(
            event ->
                String.join(
                    " ",
                    event.path("event").asString(),
                    event.path("run").toString(),
                    event.path("subject").asString()))
        .toList();
  }
}
