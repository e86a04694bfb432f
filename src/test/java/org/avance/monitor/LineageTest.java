package org.avance.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.avance.model.LoadResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events as a file and as a lineage server get them. */
final class LineageTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T04:05:06Z"), ZoneOffset.UTC);
  private static final LineageEvents.Target WRITTEN =
      new LineageEvents.Target(
          "mysql://127.0.0.1:3306", "avance", Map.of("people", List.of("fct_coverage")));

  @TempDir Path folder;

  @Test
  void a_load_s_beginning_and_end_are_two_lines_of_a_file() throws Exception {
    List<JsonNode> events = written(Outcome.PUBLISHED);

    assertThat(events).hasSize(2);
    JsonNode start = events.get(0);
    JsonNode end = events.get(1);
    assertThat(start.path("eventType").asString()).isEqualTo("START");
    assertThat(start.path("eventTime").asString()).isEqualTo("2026-03-01T04:05:06Z");
    assertThat(start.path("job").path("namespace").asString()).isEqualTo("avance");
    assertThat(start.path("job").path("name").asString()).isEqualTo("people");
    assertThat(inputs(start))
        .containsExactly(
            "avance/inbox people/2024.csv " + "a".repeat(64),
            "avance/inbox people/units.csv " + "f".repeat(64));
    assertThat(outputs(start)).containsExactly("mysql://127.0.0.1:3306 avance.fct_coverage ");
    assertThat(end.path("eventType").asString()).isEqualTo("COMPLETE");
    assertThat(end.path("run").path("runId").asString())
        .isEqualTo(start.path("run").path("runId").asString())
        .isEqualTo("e48f8423-f109-3aa1-b369-5822cb9c889b");
    assertThat(outputs(end)).containsExactly("mysql://127.0.0.1:3306 avance.fct_coverage 32");
    assertThat(
            end.path("inputs").get(0).path("inputFacets").path("inputStatistics").path("rowCount"))
        .hasToString("20");
    assertThat(end.path("job").path("facets").path("sourceCodeLocation").path("version").asString())
        .isEqualTo("d".repeat(64));
    JsonNode ours = end.path("run").path("facets").path("avance");
    assertThat(ours.path("execution").asLong()).isEqualTo(17);
    assertThat(ours.path("counts"))
        .hasToString(
            "{\"read\":20,\"staged\":16,\"quarantined\":2,\"skipped\":2,\"factsNew\":30,\"factsChanged\":2,\"factsUnchanged\":8,\"factsEnded\":0}");
    assertThat(end.path("run").path("facets").has("errorMessage")).isFalse();
  }

  @Test
  void what_was_not_published_has_written_nothing_and_says_why_without_cells() throws Exception {
    JsonNode failed = written(Outcome.FAILED).get(1);
    JsonNode rejected = written(Outcome.REJECTED).get(3);
    JsonNode stopped = written(Outcome.STOPPED).get(5);

    assertThat(failed.path("eventType").asString()).isEqualTo("FAIL");
    assertThat(outputs(failed)).isEmpty();
    assertThat(why(failed))
        .isEqualTo(
            "failed: step stage: the database says: Duplicate entry '…' for key 'name' (error 1062); see ./avance show 17");
    assertThat(rejected.path("eventType").asString()).isEqualTo("FAIL");
    assertThat(why(rejected)).isEqualTo("rejected: NUMBER_UNREADABLE 4; see ./avance show 17");
    assertThat(stopped.path("eventType").asString()).isEqualTo("ABORT");
  }

  @Test
  void a_server_gets_the_same_events() {
    try (Receiver receiver = Receiver.open()) {
      try (Lineage lineage = lineage(receiver.url(), "t0ken")) {
        lineage.began(Loads.start(17, "a"));
        lineage.ended(Loads.result(Outcome.PUBLISHED, 5, "a"));
      }
      assertThat(receiver.posts())
          .extracting(Receiver.Post::path, Receiver.Post::authorization)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("/api/v1/lineage", "Bearer t0ken"),
              org.assertj.core.groups.Tuple.tuple("/api/v1/lineage", "Bearer t0ken"));
      assertThat(receiver.posts().get(1).body()).contains("\"eventType\":\"COMPLETE\"");
    }
  }

  @Test
  void who_does_not_take_events_breaks_nothing() {
    try (Receiver receiver = Receiver.open()) {
      receiver.answers(500);
      try (Lineage lineage = lineage(receiver.url(), "")) {
        lineage.began(Loads.start(17, "a"));
        lineage.ended(Loads.result(Outcome.PUBLISHED, 5, "a"));
      }
      assertThat(receiver.posts()).as("each is tried").hasSize(2);
    }
    try (Lineage lineage = lineage("file:/proc/nobody/may/write", "")) {
      lineage.began(Loads.start(17, "a"));
    }
  }

  private List<JsonNode> written(Outcome outcome) throws Exception {
    Path file = folder.resolve("lineage/events.jsonl");
    try (Lineage lineage = lineage(file.toUri().toString(), "")) {
      lineage.began(Loads.start(17, "a"));
      lineage.ended(Loads.result(outcome, 5, "a"));
    }
    return Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree).toList();
  }

  private static Lineage lineage(String to, String token) {
    return new Lineage(new WatchSettings.Lineage(URI.create(to), token, "avance"), WRITTEN, CLOCK);
  }

  private static List<String> inputs(JsonNode event) {
    return event
        .path("inputs")
        .valueStream()
        .map(
            each ->
                String.join(
                    " ",
                    each.path("namespace").asString(),
                    each.path("name").asString(),
                    each.path("facets").path("version").path("datasetVersion").asString()))
        .toList();
  }

  private static List<String> outputs(JsonNode event) {
    return event
        .path("outputs")
        .valueStream()
        .map(
            each ->
                String.join(
                    " ",
                    each.path("namespace").asString(),
                    each.path("name").asString(),
                    each.path("outputFacets").path("outputStatistics").path("rowCount").asString()))
        .toList();
  }

  private static String why(JsonNode event) {
    return event.path("run").path("facets").path("errorMessage").path("message").asString();
  }
}
