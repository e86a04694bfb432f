package org.avance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to a real mail server and a real HTTP server, both on this machine. */
final class ChannelsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T04:05:06Z"), ZoneOffset.UTC);
  private static final Message MESSAGE =
      new Message(
          AlertKind.RUN_REJECTED,
          "rejected/people/abc/0",
          "people",
          17,
          5,
          "REJECTED: población 2024.csv",
          "A delivery is not trusted.",
          List.of("./avance show 17", "./avance feed try people 'a b.csv'"),
          "2026-03-01T04:05:06.000000Z");
  private static GreenMail mail;
  private static Receiver receiver;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
    mail = new GreenMail(setup);
    mail.start();
    receiver = Receiver.open();
  }

  @AfterAll
  static void stop() {
    mail.stop();
    receiver.close();
  }

  @BeforeEach
  void empty() throws Exception {
    mail.purgeEmailFromAllMailboxes();
    receiver.posts().clear();
    receiver.answers(200);
  }

  @Test
  void a_message_comes_by_mail() throws Exception {
    mailChannel(Map.of()).send(MESSAGE);

    MimeMessage[] came = mail.getReceivedMessages();
    assertThat(came).hasSize(2);
    assertThat(Arrays.toString(came[0].getAllRecipients()))
        .isEqualTo("[a@example.org, b@example.org]");
    assertThat(came[0].getFrom()[0].toString()).isEqualTo("night@example.org");
    assertThat(came[0].getSubject()).isEqualTo("[avance] REJECTED: población 2024.csv");
    assertThat(came[0].getSentDate().toInstant()).isEqualTo(CLOCK.instant());
    assertThat(came[0].getHeader("X-Avance-Event")).containsExactly("RUN_REJECTED");
    assertThat(came[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(came[0].getContent().toString().replace("\r", ""))
        .isEqualTo(
            """
            A delivery is not trusted.

            What to do:
                ./avance show 17
                ./avance feed try people 'a b.csv'\
            """);
  }

  @Test
  void who_logs_in_does_so_with_the_password_of_the_file() throws Exception {
    mail.setUser("night@example.org", "night", "tr0ub4dor");
    Path secret = Files.writeString(folder.resolve("secret"), "tr0ub4dor\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "hunter2\n");

    mailChannel(user(secret)).send(MESSAGE);

    assertThat(mail.getReceivedMessages()).hasSize(2);
    assertThatThrownBy(() -> mailChannel(user(wrong)).send(MESSAGE))
        .isInstanceOf(ChannelFailure.class)
        .hasMessageStartingWith(
            "the mail server 127.0.0.1:%d did not take it: 535 ".formatted(smtpPort()))
        .hasMessageNotContaining("hunter2");
  }

  private static Map<String, String> user(Path secret) {
    return Map.of("AVANCE_SMTP_USER", "night", "AVANCE_SMTP_PASSWORD_FILE", secret.toString());
  }

  @Test
  void a_message_comes_as_json() throws Exception {
    webhook(receiver.url() + "/hooks/s3cr3t").send(MESSAGE);

    assertThat(receiver.posts())
        .containsExactly(
            new Receiver.Post(
                "/hooks/s3cr3t",
                "application/json; charset=utf-8",
                null,
                """
                {"event":"RUN_REJECTED","key":"rejected/people/abc/0","feed":"people","run":17,"delivery":5,\
                "subject":"REJECTED: población 2024.csv",\
                "text":"A delivery is not trusted.\\n\\nWhat to do:\\n    ./avance show 17\\n    ./avance feed try people 'a b.csv'\\n",\
                "commands":["./avance show 17","./avance feed try people 'a b.csv'"],"since":"2026-03-01T04:05:06.000000Z"}\
                """));
  }

  @Test
  void who_does_not_take_it_is_named_without_the_secret_part() {
    receiver.answers(500);
    assertThatThrownBy(() -> webhook(receiver.url() + "/hooks/s3cr3t").send(MESSAGE))
        .isInstanceOf(ChannelFailure.class)
        .hasMessage(receiver.url() + " answered 500; expected 200 to 299");
    receiver.answers(307);
    assertThatThrownBy(() -> webhook(receiver.url()).send(MESSAGE))
        .hasMessage(receiver.url() + " answered 307; expected 200 to 299");
  }

  @Test
  void nobody_there_is_a_failure_too() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    assertThatThrownBy(() -> webhook("http://127.0.0.1:%d/s3cr3t".formatted(nobody)).send(MESSAGE))
        .isInstanceOf(ChannelFailure.class)
        .hasMessageStartingWith("http://127.0.0.1:%d did not take it: ".formatted(nobody))
        .hasMessageNotContaining("s3cr3t");
    assertThatThrownBy(
            () ->
                new MailChannel(
                        settings("smtp://127.0.0.1:" + nobody, Map.of()).mail().get(0), CLOCK)
                    .send(MESSAGE))
        .isInstanceOf(ChannelFailure.class)
        .hasMessageStartingWith("the mail server 127.0.0.1:%d did not take it: ".formatted(nobody));
  }

  @Test
  void a_channel_that_has_it_is_not_told_again() {
    receiver.answers(503);
    Channels channels = Channels.of(settings(smtp(), hook()), CLOCK);

    Set<String> first = channels.tell(MESSAGE, "");
    assertThat(first).containsExactly("mail");
    assertThat(channels.areAll(first)).isFalse();

    receiver.answers(200);
    Set<String> then = channels.tell(MESSAGE, "mail");
    assertThat(then).containsExactly("mail", "webhook");
    assertThat(channels.areAll(then)).isTrue();
    assertThat(mail.getReceivedMessages()).hasSize(2);
    assertThat(receiver.posts()).hasSize(2);
  }

  @Test
  void an_outage_is_told_once_and_then_that_it_is_over() throws Exception {
    Trouble trouble = new Trouble(settings(smtp(), hook()), folder, CLOCK);
    receiver.answers(503);

    trouble.unable("Cannot log in to jdbc:mariadb://db/avance as night");
    receiver.answers(200);
    trouble.unable("Cannot log in to jdbc:mariadb://db/avance as night");
    trouble.unable("Cannot log in to jdbc:mariadb://db/avance as night");

    assertThat(mail.getReceivedMessages()).as("to two").hasSize(2);
    assertThat(receiver.posts()).as("refused once, then taken").hasSize(2);
    assertThat(receiver.posts().get(1).body())
        .contains("\"event\":\"UNABLE\"")
        .contains(
            "Nothing can be loaded at all.\\nBecause: Cannot log in to jdbc:mariadb://db/avance as night\\n\\nWhat to do:\\n    ./avance doctor");

    trouble.able();
    trouble.able();

    assertThat(mail.getReceivedMessages()).hasSize(4);
    assertThat(mail.getReceivedMessages()[3].getSubject())
        .isEqualTo("[avance] RECOVERED: loading goes on");
  }

  @Test
  void a_trial_says_what_came_of_each_channel() {
    receiver.answers(404);

    assertThat(new Trouble(settings(smtp(), hook()), folder, CLOCK).test())
        .containsExactly(
            new Trouble.Tried(
                "mail",
                "127.0.0.1:%d to a@example.org, b@example.org".formatted(smtpPort()),
                true,
                ""),
            new Trouble.Tried(
                "webhook",
                receiver.url(),
                false,
                receiver.url() + " answered 404; expected 200 to 299"));
  }

  private static int smtpPort() {
    return mail.getSmtp().getPort();
  }

  private static String smtp() {
    return "smtp://127.0.0.1:" + smtpPort();
  }

  private static Map<String, String> hook() {
    return Map.of("AVANCE_WEBHOOK_URL", receiver.url() + "/hooks/s3cr3t");
  }

  private static MailChannel mailChannel(Map<String, String> more) {
    return new MailChannel(settings(smtp(), more).mail().get(0), CLOCK);
  }

  private static WebhookChannel webhook(String url) {
    return new WebhookChannel(
        WatchSettings.from(Map.of("AVANCE_WEBHOOK_URL", url)).webhook().get(0));
  }

  private static WatchSettings settings(String smtp, Map<String, String> more) {
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("AVANCE_SMTP_URL", smtp);
    environment.put("AVANCE_MAIL_FROM", "night@example.org");
    environment.put("AVANCE_MAIL_TO", "a@example.org,b@example.org");
    return WatchSettings.from(environment);
  }
}
