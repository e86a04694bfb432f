package org.avance.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's own {@code logback.xml}, in both forms. */
final class LogLinesTest {
  private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z";

  @TempDir Path folder;

  @Test
  void an_event_is_a_line_of_text_with_what_it_is_about() throws Exception {
    List<String> lines = lines("text", "avance.log", LogLinesTest::event);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .matches(
            INSTANT
                + " INFO  avance \\[main] load ended \\{delivery=5 feed=people run=17 event=load.ended seconds=0\\.4}");
  }

  @Test
  void an_event_is_an_object_of_json_with_what_it_is_about() throws Exception {
    List<String> lines = lines("json", "avance.log.jsonl", LogLinesTest::event);

    assertThat(lines).hasSize(1);
    JsonNode line = JsonMapper.shared().readTree(lines.get(0));
    assertThat(line.path("at").asString()).matches(INSTANT);
    assertThat(lines.get(0))
        .endsWith(
            """
            "level":"INFO","message":"load ended","delivery":5,"feed":"people","run":17,"event":"load.ended","seconds":0.4,"logger":"avance","thread":"main"}\
            """);
    assertThat(folder.resolve("avance.log")).doesNotExist();
  }

  @Test
  void what_was_thrown_is_told_without_the_rows_it_speaks_of() throws Exception {
    List<String> text = lines("text", "avance.log", LogLinesTest::fault);
    List<String> json = lines("json", "avance.log.jsonl", LogLinesTest::fault);

    assertThat(text.get(0)).endsWith("ERROR a [main] step stage failed");
    assertThat(text)
        .contains(
            "    java.lang.IllegalStateException: writing",
            "    caused by java.sql.SQLException: Duplicate entry '…' for key 'name'");
    assertThat(String.join("\n", text)).doesNotContain("Juana");
    assertThat(json).hasSize(1);
    assertThat(JsonMapper.shared().readTree(json.get(0)).path("thrown").asString())
        .startsWith(
            "java.lang.IllegalStateException: writing\n    at org.avance.monitor.log.LogLinesTest")
        .contains("\ncaused by java.sql.SQLException: Duplicate entry '…' for key 'name'")
        .doesNotContain("Juana");
  }

  private static final String BAD_NAME =
      "a b.csv\r\n2026-01-01T00:00:00Z ERROR forged {run=9}\u001b[2J\u0085\u2028\u202e\" run=8";

  private static final String NAME_SHOWN =
      "a b.csv\\u000d⏎2026-01-01T00:00:00Z ERROR forged {run=9}\\u001b[2J\\u0085\\u2028\\u202e\" run=8";

  @Test
  void a_file_s_name_writes_no_line_no_pair_and_moves_no_cursor() throws Exception {
    List<String> lines = lines("text", "avance.log", LogLinesTest::ofBadName);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches(
            INSTANT
                + Pattern.quote(
                    " WARN  a [main] load of %s {feed=\"x run=7\" file=\"%s\" run=1}"
                        .formatted(
                            NAME_SHOWN, NAME_SHOWN.replace("\\", "\\\\").replace("\"", "\\\""))));
    assertThat(lines.get(1)).isEqualTo("    java.io.IOException: " + NAME_SHOWN);
  }

  @Test
  void a_file_s_name_is_a_text_of_json_and_nothing_else() throws Exception {
    List<String> lines = lines("json", "avance.log.jsonl", LogLinesTest::ofBadName);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).doesNotMatch(".*[\\p{Cntrl}\u2028\u202e].*");
    JsonNode line = JsonMapper.shared().readTree(lines.get(0));
    assertThat(line.path("file").asString()).isEqualTo(NAME_SHOWN);
    assertThat(line.path("message").asString()).isEqualTo("load of " + NAME_SHOWN);
    assertThat(line.path("run").asInt()).isEqualTo(1);
  }

  private static void ofBadName(LoggerContext context) {
    context.getMDCAdapter().put("feed", "x run=7");
    IOException thrown = new IOException(BAD_NAME);
    thrown.setStackTrace(new StackTraceElement[0]);
    context
        .getLogger("a")
        .atWarn()
        .addKeyValue("file", BAD_NAME)
        .addKeyValue("run", 1)
        .setCause(thrown)
        .log("load of {}", BAD_NAME);
  }

  @Test
  void what_parts_do_step_by_step_is_not_logged() throws Exception {
    List<String> lines =
        lines(
            "text",
            "avance.log",
            context -> {
              context.getLogger("org.springframework.batch.core.step.AbstractStep").info("a");
              context.getLogger("com.zaxxer.hikari.pool.HikariPool").info("b");
              context.getLogger("com.zaxxer.hikari.HikariDataSource").warn("c");
            });

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).contains(" WARN  c.z.hikari.HikariDataSource ");
  }

  private static void event(LoggerContext context) {
    context.getMDCAdapter().put("run", "17");
    context.getMDCAdapter().put("feed", "people");
    context.getMDCAdapter().put("delivery", "5");
    context
        .getLogger("avance")
        .atInfo()
        .addKeyValue("event", "load.ended")
        .addKeyValue("seconds", 0.4)
        .log("load ended");
  }

  private static void fault(LoggerContext context) {
    context
        .getLogger("a")
        .error(
            "step {} failed",
            "stage",
            new IllegalStateException(
                "writing", new SQLException("Duplicate entry 'Juana Pérez' for key 'name'")));
  }

  private List<String> lines(String form, String file, Consumer<LoggerContext> act)
      throws Exception {
    LoggerContext context = context(form);
    act.accept(context);
    context.stop();
    return read(file);
  }

  private List<String> read(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  private LoggerContext context(String form) throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("avance.log", folder.resolve("avance.log").toString());
    context.putProperty("avance.log.form", form);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    return context;
  }
}
