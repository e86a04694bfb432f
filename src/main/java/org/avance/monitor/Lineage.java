package org.avance.monitor;

import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.Transport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.avance.monitor.log.Masked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each load's beginning and end as events of OpenLineage, through its client, from a thread
 * of its own. An event that is not taken is logged and lost: the warehouse keeps what it told.
 */
final class Lineage implements LoadWatch {
  private static final Logger LOG = LoggerFactory.getLogger(Lineage.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MILLIS_TO_WAIT = 5_000;

  private final LineageEvents events;
  private final OpenLineageClient client;
  private final String target;
  private final Background background = new Background("sending lineage", PATIENCE);
  private final Map<String, LoadStart> running = new ConcurrentHashMap<>();

  Lineage(WatchSettings.Lineage settings, LineageEvents.Target written, Clock clock) {
    this.events = new LineageEvents(settings.namespace(), written, clock);
    this.client = new OpenLineageClient(transport(settings));
    this.target = settings.toString();
  }

  private static Transport transport(WatchSettings.Lineage settings) {
    if (settings.isFile()) {
      return new LineageFile(Path.of(WatchSettings.place(settings.to())));
    }
    HttpConfig config = new HttpConfig();
    config.setUrl(settings.to());
    config.setTimeoutInMillis(MILLIS_TO_WAIT);
    if (!settings.token().isEmpty()) {
      ApiKeyTokenProvider token = new ApiKeyTokenProvider();
      token.setApiKey(settings.token());
      config.setAuth(token);
    }
    return new HttpTransport(config);
  }

  @Override
  public void began(LoadStart start) {
    running.put(start.feed(), start);
    send(events.started(start));
  }

  @Override
  public void ended(LoadResult load) {
    LoadStart start = running.remove(load.feed());
    if (start != null) {
      send(events.ended(start, load));
    }
  }

  private void send(RunEvent event) {
    background.run(
        () -> {
          try {
            client.emit(event);
          } catch (RuntimeException failed) {
            LOG.atWarn()
                .addKeyValue("event", "lineage")
                .log(
                    "a lineage event was not taken by {}: {}",
                    target,
                    Masked.of(String.valueOf(failed.getMessage())));
          }
        });
  }

  @Override
  public void close() {
    background.close();
    try {
      client.close();
    } catch (Exception failed) {
      LOG.warn("the connection to {} could not be closed", target, failed);
    }
  }
}
