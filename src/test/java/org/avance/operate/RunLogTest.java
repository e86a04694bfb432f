package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.avance.warehouse.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code show} takes of the log. */
final class RunLogTest {
  private static final Instant NOW = Instant.parse("2026-02-01T03:00:00Z");

  @TempDir private Path folder;

  private static Execution run(String ended) {
    return new Execution(
        3, "load-cov", "cov", "a", "", 1, 0, "2026-02-01T02:00:00Z", ended, 1, "X", 0, 0, 0, 0, 0);
  }

  private LogLines of(String file, String... lines) throws Exception {
    Files.write(folder.resolve(file), List.of(lines));
    return LogLines.of(folder, run("2026-02-01T02:00:09Z"), NOW);
  }

  @Test
  void lines_of_the_run_belong_and_warnings_that_are_no_other_run_s() throws Exception {
    String[] lines = {
      "2026-02-01T01:59:59Z INFO  avance [t] load began {feed=cov run=3 event=load.began}",
      "2026-02-01T02:00:00Z INFO  avance [t] load began {feed=cov run=3 event=load.began}",
      "2026-02-01T02:00:01Z INFO  avance [t] load began {feed=out run=33 event=load.began}",
      "2026-02-01T02:00:02Z WARN  avance [t] load ended REJECTED {feed=out run=33}",
      "2026-02-01T02:00:03Z WARN  o.a.X [t] the disk is nearly full",
      "    at a line of a stack",
      "2026-02-01T02:00:04Z INFO  avance [t] load of run 3",
      "2026-02-01T02:00:10Z INFO  avance [t] load ended {feed=cov event=load.ended run=3}",
      "2026-02-01T02:00:11Z WARN  o.a.X [t] later",
    };
    assertThat(of("avance.log", lines))
        .isEqualTo(
            new LogLines(folder.resolve("avance.log"), List.of(lines[1], lines[4], lines[7])));
  }

  @Test
  void a_log_of_json_is_read_as_well() throws Exception {
    String[] lines = {
      "{\"at\":\"2026-02-01T02:00:01Z\",\"level\":\"INFO\",\"message\":\"load began\",\"feed\":\"cov\",\"run\":3}",
      "{\"at\":\"2026-02-01T02:00:01Z\",\"level\":\"INFO\",\"message\":\"load began\",\"feed\":\"out\",\"run\":31}",
    };
    assertThat(of("avance.log.jsonl", lines))
        .isEqualTo(new LogLines(folder.resolve("avance.log.jsonl"), List.of(lines[0])));
  }

  @Test
  void ten_lines_are_shown_and_a_missing_log_is_named_all_the_same() throws Exception {
    assertThat(LogLines.of(folder, run(""), NOW))
        .isEqualTo(new LogLines(folder.resolve("avance.log"), List.of()));
    String line = "2026-02-01T02:00:01Z INFO  a [t] b {run=3} ";
    String[] many =
        java.util.Collections.nCopies(12, line + "x".repeat(300)).toArray(String[]::new);
    assertThat(of("avance.log", many).lines())
        .hasSize(10)
        .allMatch(each -> each.startsWith(line) && each.length() == 201);
  }
}
