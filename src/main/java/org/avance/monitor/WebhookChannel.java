package org.avance.monitor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.avance.monitor.log.Masked;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as JSON, posted. {@code text} holds the whole for reading: what many chat programs show
 * of such a message.
 */
final class WebhookChannel implements Channel {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final WatchSettings.Webhook settings;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LONGEST)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookChannel(WatchSettings.Webhook settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public String target() {
    return settings.toString();
  }

  @Override
  public void send(Message message) throws ChannelFailure {
    HttpRequest request =
        HttpRequest.newBuilder(settings.url())
            .timeout(LONGEST)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "avance")
            .POST(BodyPublishers.ofString(json(message), StandardCharsets.UTF_8))
            .build();
    try {
      HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
      if (response.statusCode() / 100 != 2) {
        throw new ChannelFailure(
            "%s answered %d; expected 200 to 299".formatted(target(), response.statusCode()));
      }
    } catch (IOException refused) {
      throw new ChannelFailure(
          "%s did not take it: %s".formatted(target(), inWords(refused)), refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ChannelFailure("stopped while telling " + target(), stopped);
    }
  }

  private static String inWords(IOException refused) {
    String said = refused.getMessage();
    return said == null
        ? "no connection (%s)".formatted(refused.getClass().getSimpleName())
        : Masked.of(said);
  }

  private static String json(Message message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", message.kind().name());
    body.put("key", message.key());
    body.put("feed", message.feed());
    body.put("run", message.run());
    body.put("delivery", message.delivery());
    body.put("subject", message.subject());
    body.put("text", message.text());
    body.put("commands", message.commands());
    body.put("since", message.since());
    return JsonMapper.shared().writeValueAsString(body);
  }
}
