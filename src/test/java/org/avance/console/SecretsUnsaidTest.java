package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Nothing that is printed or logged holds a secret of the environment, however wrong all else is;
 * of the database's accounts {@code OwnAccountsTest} says so.
 */
final class SecretsUnsaidTest {
  private static final String SECRET = "tr0ub4dor-&-3";

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    root().addAppender(logged);
  }

  @AfterEach
  void stop() {
    root().detachAppender(logged);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** Nobody listens at any of the addresses. */
  private Map<String, String> environment() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), SECRET + "\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("AVANCE_SMTP_URL", "smtps://127.0.0.1:1");
    environment.put("AVANCE_SMTP_USER", "night");
    environment.put("AVANCE_SMTP_PASSWORD_FILE", file.toString());
    environment.put("AVANCE_MAIL_FROM", "avance@example.org");
    environment.put("AVANCE_MAIL_TO", "night@example.org");
    environment.put("AVANCE_WEBHOOK_URL", "http://127.0.0.1:1/hooks/" + SECRET);
    environment.put("AVANCE_DB_URL", "jdbc:mariadb://127.0.0.1:1/avance");
    environment.put("AVANCE_DB_USER", "avance");
    environment.put("AVANCE_DB_PASSWORD", SECRET);
    return environment;
  }

  private String said(Map<String, String> environment, String verb) {
    List<String> words = new ArrayList<>(List.of(verb.split(" ")));
    words.add("--home=" + folder.resolve("home"));
    Said said = Said.by(environment, words.toArray(String[]::new));
    return said.out() + said.err();
  }

  @Test
  void neither_where_nobody_answers_nor_where_a_setting_is_wrong() throws Exception {
    StringBuilder heard = new StringBuilder();
    for (String verb : List.of("alert test", "alert test --json", "run", "doctor", "db status")) {
      heard.append(said(environment(), verb));
    }
    Map<String, String> wrong = environment();
    wrong.put("AVANCE_SMTP_PASSWORD", SECRET);
    heard.append(said(wrong, "alert test"));
    wrong = environment();
    wrong.put("AVANCE_WEBHOOK_URL", "gopher://" + SECRET + "@h");
    heard.append(said(wrong, "alert test"));
    wrong = environment();
    wrong.put("AVANCE_DB_URL", "jdbc:mariadb://h/avance?password=" + SECRET);
    heard.append(said(wrong, "run"));
    wrong = environment();
    wrong.put("AVANCE_DB_PASSWORD_FILE", wrong.get("AVANCE_SMTP_PASSWORD_FILE"));
    heard.append(said(wrong, "run"));
    assertThat(heard)
        .contains("webhook: http://127.0.0.1:1: not taken: ", "mail: ", "127.0.0.1:1")
        .doesNotContain(SECRET);
    assertThat(logged.list).isNotEmpty().noneMatch(event -> inFull(event).contains(SECRET));
  }

  private static String inFull(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + event.getKeyValuePairs()
        + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }
}
