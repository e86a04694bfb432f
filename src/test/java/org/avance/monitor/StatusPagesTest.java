package org.avance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.avance.load.TestWarehouse;
import org.avance.model.LoadResult.Outcome;
import org.avance.server.Endpoint;
import org.avance.warehouse.Access;
import org.avance.warehouse.Vitals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as a program sees them, over a warehouse with three deliveries. */
final class StatusPagesTest {
  private static final About ABOUT =
      new About("0.1.0", "17.0.15", 17, List.of("people", "houses"), "2026.1");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicBoolean SCHEDULE = new AtomicBoolean(true);
  private static TestWarehouse warehouse;
  private static Metrics metrics;
  private static StatusPages pages;

  @BeforeAll
  static void open() throws Exception {
    warehouse = WatchedWarehouse.empty();
    delivery(1, "PUBLISHED", "UTC_TIMESTAMP(6) - INTERVAL 1 HOUR");
    delivery(2, "PUBLISHED", "UTC_TIMESTAMP(6) - INTERVAL 2 DAY");
    delivery(3, "REJECTED", "NULL");
    warehouse
        .owner()
        .sql(
            "INSERT INTO quarantine (delivery_id, record_no, first_line, last_line, status, raw) VALUES (1, 1, 2, 2, 'OPEN', 'Juana'), (1, 2, 3, 3, 'WAIVED', 'Inés'), (2, 1, 2, 2, 'OPEN', 'Ana')")
        .update();
    warehouse
        .owner()
        .sql("INSERT INTO feed_expectation VALUES ('houses', 'H', 'INVI', 'YEAR', 1, 1, 1)")
        .update();
    Vitals vitals = new Vitals(WatchedWarehouse.access());
    metrics = new Metrics(vitals, ABOUT);
    pages = opened(vitals, 0);
  }

  private static StatusPages opened(Vitals vitals, int port) {
    return StatusPages.open(
        new InetSocketAddress("127.0.0.1", port),
        new Readiness(vitals, SCHEDULE::get),
        metrics,
        ABOUT);
  }

  private static void delivery(long id, String status, String publishedAt) {
    warehouse
        .owner()
        .sql(
            """
            INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status,
              descriptor_digest, rulebook_digest, received_at, published_at)
            VALUES (%1$d, 1, 'f', '%1$d', 1, '', 0, '', '%2$s', '', '', UTC_TIMESTAMP(6), %3$s)
            """
                .formatted(id, status, publishedAt))
        .update();
  }

  @AfterAll
  static void close() {
    pages.close();
  }

  @Test
  void the_process_lives() throws Exception {
    HttpResponse<String> page = get(pages, "/health");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("{\"status\":\"up\"}\n");
    assertThat(page.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void ready_is_who_has_database_schema_and_schedule() throws Exception {
    try (StatusPages own = opened(new Vitals(WatchedWarehouse.access()), 0)) {
      assertThat(get(own, "/ready"))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(200))
          .satisfies(
              page ->
                  assertThat(page.body())
                      .isEqualTo(
                          "{\"ready\":true,\"database\":\"reachable\",\"schema\":\"current\",\"schedule\":\"running\"}\n"));
    }
    SCHEDULE.set(false);
    try (StatusPages own = opened(new Vitals(WatchedWarehouse.access()), 0)) {
      assertThat(get(own, "/ready").statusCode()).isEqualTo(503);
      assertThat(get(own, "/ready").body()).contains("\"schedule\":\"stopped\"");
    } finally {
      SCHEDULE.set(true);
    }
  }

  @Test
  void without_its_database_nobody_is_ready_and_ages_are_not_told() throws Exception {
    Endpoint there = warehouse.endpoint();
    Vitals gone =
        new Vitals(
            new Access(
                there.jdbcUrl().replace("/test_monitor", "/test_monitor_gone"),
                "test_monitor_gone",
                there.etl().user(),
                there.etl().password()));
    Metrics blind = new Metrics(gone, ABOUT);
    try (StatusPages own =
        StatusPages.open(
            new InetSocketAddress("127.0.0.1", 0), new Readiness(gone, () -> true), blind, ABOUT)) {
      assertThat(get(own, "/health").statusCode()).isEqualTo(200);
      assertThat(get(own, "/ready").statusCode()).isEqualTo(503);
      assertThat(get(own, "/ready").body())
          .isEqualTo(
              "{\"ready\":false,\"database\":\"unreachable\",\"schema\":\"unknown\",\"schedule\":\"running\"}\n");
      assertThat(get(own, "/metrics").body())
          .contains("avance_database_up 0.0")
          .doesNotContain("avance_feed_age_seconds{");
    }
  }

  @Test
  void metrics_are_those_of_this_process_and_of_the_warehouse() throws Exception {
    metrics.ended(Loads.result(Outcome.PUBLISHED, 1, "a"));
    metrics.ended(Loads.result(Outcome.REJECTED, 3, "c"));
    metrics.stepEnded("people", "stage", 0.25);

    HttpResponse<String> page = get(pages, "/metrics");

    assertThat(page.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(page.body().lines())
        .contains(
            "# TYPE avance_runs_total counter",
            "avance_runs_total{feed=\"people\",outcome=\"published\"} 1.0",
            "avance_runs_total{feed=\"people\",outcome=\"rejected\"} 1.0",
            "avance_runs_total{feed=\"people\",outcome=\"failed\"} 0.0",
            "avance_runs_total{feed=\"houses\",outcome=\"failed\"} 0.0",
            "avance_rows_total{fate=\"staged\",feed=\"people\"} 32.0",
            "avance_rows_total{fate=\"quarantined\",feed=\"people\"} 4.0",
            "avance_step_seconds_count{feed=\"people\",step=\"stage\"} 1",
            "avance_step_seconds_sum{feed=\"people\",step=\"stage\"} 0.25",
            "avance_run_seconds_sum{feed=\"people\"} 3.0",
            "# TYPE avance_feed_age_seconds gauge",
            "avance_feed_missing_editions{feed=\"houses\"} 1.0",
            "avance_feed_missing_editions{feed=\"people\"} 0.0",
            "avance_quarantine_records{feed=\"people\"} 2.0",
            "avance_deliveries{feed=\"people\",status=\"published\"} 2.0",
            "avance_deliveries{feed=\"people\",status=\"rejected\"} 1.0",
            "avance_alerts_open 0.0",
            "avance_database_up 1.0",
            "avance_build{rulebook=\"2026.1\",version=\"0.1.0\"} 1.0");
    String age =
        page.body()
            .lines()
            .filter(line -> line.startsWith("avance_feed_age_seconds{feed=\"people\"} "))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(age.substring(age.lastIndexOf(' ')))).isBetween(3600.0, 3700.0);
    assertThat(page.body()).doesNotContain("feed=\"houses\"} -1").doesNotContain("Juana");
  }

  @Test
  void the_build_says_what_it_is() throws Exception {
    assertThat(get(pages, "/info").body())
        .isEqualTo(
            "{\"version\":\"0.1.0\",\"java\":\"17.0.15\",\"migration\":17,\"feeds\":[\"people\",\"houses\"],\"rulebook\":\"2026.1\"}\n");
  }

  @Test
  void pages_are_only_read() throws Exception {
    HttpResponse<String> head = ask(pages, "/health", "HEAD");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length")).contains("16");

    HttpResponse<String> post = ask(pages, "/health", "POST");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");

    HttpResponse<String> nowhere = get(pages, "/etc/passwd");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).isEqualTo("There are /health, /info, /metrics, /ready.\n");
  }

  @Test
  void an_address_that_is_taken_is_refused_in_words() {
    int taken = pages.address().getPort();

    assertThatThrownBy(() -> opened(new Vitals(WatchedWarehouse.access()), taken))
        .isInstanceOf(WrongSetting.class)
        .hasMessageMatching(
            "AVANCE_HTTP_BIND: 127\\.0\\.0\\.1:%d can't be listened on: .*\\. Say another address and port, or none; where `./avance serve` runs already, one is enough\\."
                .formatted(taken));
  }

  private static HttpResponse<String> get(StatusPages pages, String path) throws Exception {
    return ask(pages, path, "GET");
  }

  private static HttpResponse<String> ask(StatusPages pages, String path, String method)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + pages.address().getPort() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }
}
