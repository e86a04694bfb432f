package org.avance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WatchSettingsTest {
  private static final Map<String, String> MAIL =
      Map.of(
          "AVANCE_SMTP_URL", "smtp://mail.example.org",
          "AVANCE_MAIL_FROM", "night@example.org",
          "AVANCE_MAIL_TO", "a@example.org, b@example.org");

  @TempDir Path folder;

  @Test
  void nothing_is_set_by_default() {
    WatchSettings settings = WatchSettings.from(Map.of("AVANCE_LINEAGE", "none"));

    assertThat(settings).isEqualTo(new WatchSettings(List.of(), List.of(), List.of()));
    assertThat(settings.alerts()).isFalse();
  }

  @Test
  void all_is_set() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "tr0ub4dor\nmore\n");
    Map<String, String> environment = new HashMap<>(MAIL);
    environment.put("AVANCE_SMTP_URL", "smtps://mail.example.org");
    environment.put("AVANCE_SMTP_USER", "night");
    environment.put("AVANCE_SMTP_PASSWORD_FILE", secret.toString());
    environment.put("AVANCE_WEBHOOK_URL", "https://chat.example.org/hooks/s3cr3t");
    environment.put("AVANCE_LINEAGE", "http://localhost:5000");
    environment.put("AVANCE_LINEAGE_NAMESPACE", "night");

    WatchSettings settings = WatchSettings.from(environment);

    assertThat(settings.mail())
        .containsExactly(
            new WatchSettings.Mail(
                "mail.example.org",
                465,
                true,
                "night",
                "tr0ub4dor",
                "night@example.org",
                List.of("a@example.org", "b@example.org")));
    assertThat(settings.webhook())
        .containsExactly(
            new WatchSettings.Webhook(URI.create("https://chat.example.org/hooks/s3cr3t")));
    assertThat(settings.lineage())
        .containsExactly(
            new WatchSettings.Lineage(URI.create("http://localhost:5000"), "", "night"));
    assertThat(settings.toString()).doesNotContain("tr0ub4dor").doesNotContain("s3cr3t");
  }

  static Stream<Arguments> wrong() {
    String smtp =
        "AVANCE_SMTP_URL: expected a mail server such as smtp://mail.example.org:25 or smtps://mail.example.org:465; found: ";
    String lineage =
        "AVANCE_LINEAGE: expected file:/var/log/avance/lineage.jsonl, or an address such as http://localhost:5000; found: ";
    return Stream.of(
        refused("AVANCE_SMTP_URL", "mail.example.org:25", smtp + "mail.example.org:25."),
        refused("AVANCE_SMTP_URL", "smtp://", smtp + "smtp://."),
        refused(
            "AVANCE_SMTP_URL",
            "smtp://night:tr0ub4dor@mail.example.org",
            smtp + "smtp://…@mail.example.org. User and password have variables of their own."),
        refused(
            "AVANCE_MAIL_TO",
            "",
            "AVANCE_SMTP_URL is set, but AVANCE_MAIL_TO is not: say who is written to."),
        refused(
            "AVANCE_MAIL_FROM",
            "",
            "AVANCE_SMTP_URL is set, but AVANCE_MAIL_FROM is not: say who writes."),
        refused(
            "AVANCE_MAIL_TO",
            "a@example.org,",
            "AVANCE_MAIL_TO and AVANCE_MAIL_FROM: expected mail addresses such as night@example.org, several with commas between; found: an empty one."),
        refused(
            "AVANCE_SMTP_USER",
            "night",
            "Of AVANCE_SMTP_USER and AVANCE_SMTP_PASSWORD (or AVANCE_SMTP_PASSWORD_FILE) only one is set: set both, or neither."),
        refused(
            "AVANCE_SMTP_URL",
            "",
            "AVANCE_MAIL_TO is set, but AVANCE_SMTP_URL is not: set both, or neither."),
        refused(
            "AVANCE_WEBHOOK_URL",
            "chat.example.org/hooks/s3cr3t",
            "AVANCE_WEBHOOK_URL: expected an address such as https://example.org/hooks/avance (not shown: it may be secret); found: something else."),
        refused(
            "AVANCE_WEBHOOK_URL_FILE",
            "/nowhere/hook",
            "AVANCE_WEBHOOK_URL_FILE: expected a file that can be read; found: /nowhere/hook (NoSuchFileException)."),
        refused("AVANCE_LINEAGE", "/var/log/x", lineage + "/var/log/x."),
        refused("AVANCE_LINEAGE", "ftp://localhost", lineage + "ftp://localhost."));
  }

  private static Arguments refused(String name, String value, String message) {
    return Arguments.of(name, value, message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_wrong_setting_is_refused(String name, String value, String message) {
    Map<String, String> environment = new HashMap<>(MAIL);
    environment.put(name, value);

    assertThatThrownBy(() -> WatchSettings.from(environment))
        .isInstanceOf(WrongSetting.class)
        .hasMessage(message);
  }

  @Test
  void a_secret_is_given_once() {
    assertThatThrownBy(
            () ->
                WatchSettings.from(
                    Map.of("AVANCE_WEBHOOK_URL", "http://a/", "AVANCE_WEBHOOK_URL_FILE", "f")))
        .hasMessage(
            "AVANCE_WEBHOOK_URL and AVANCE_WEBHOOK_URL_FILE are both set. Set only one of the two.");
  }

  @Test
  void the_pages_are_on_this_machine_unless_said_otherwise() {
    assertThat(HttpBind.from(Map.of()).orElseThrow().toString()).isEqualTo("/127.0.0.1:8711");
    assertThat(HttpBind.from(Map.of("AVANCE_HTTP_BIND", "[::1]:80")).orElseThrow().getPort())
        .isEqualTo(80);
    assertThat(HttpBind.from(Map.of("AVANCE_HTTP_BIND", "none"))).isEmpty();
    assertThatThrownBy(() -> HttpBind.from(Map.of("AVANCE_HTTP_BIND", "8711")))
        .hasMessage(
            "AVANCE_HTTP_BIND: expected an address and a port of this machine such as 127.0.0.1:8711, or none; found: 8711.");
    assertThatThrownBy(() -> HttpBind.from(Map.of("AVANCE_HTTP_BIND", "127.0.0.1:87110")))
        .isInstanceOf(WrongSetting.class);
  }
}
