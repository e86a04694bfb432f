package org.avance.monitor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** For what happens without a database, or before there is one: an outage, a trial. */
public final class Trouble {
  private final WatchSettings settings;
  private final Path home;
  private final Clock clock;

  public Trouble(WatchSettings settings, Path home, Clock clock) {
    this.settings = settings;
    this.home = home;
    this.clock = clock;
  }

  /**
   * Nothing could be loaded.
   *
   * @param cause in words
   */
  public void unable(String cause) {
    if (settings.alerts()) {
      new Outage(home, Channels.of(settings, clock)).lasts(cause);
    }
  }

  /** Something could be loaded, or there was nothing to do. */
  public void able() {
    if (settings.alerts()) {
      new Outage(home, Channels.of(settings, clock)).isOver();
    }
  }

  /**
   * What came of a trial of one channel.
   *
   * @param channel mail or webhook
   * @param target where it goes, without what is secret
   * @param said why not; empty where it was taken
   */
  public record Tried(String channel, String target, boolean taken, String said) {}

  /** Sends a message through each channel that is set. */
  public List<Tried> test() {
    Message message =
        new Message(
            AlertKind.TEST,
            "test",
            "",
            0,
            0,
            "TEST: a message from Avance",
            "Somebody tries whether messages of Avance arrive. Nothing has happened.",
            List.of(),
            clock.instant().toString());
    return Channels.of(settings, clock).list().stream()
        .map(channel -> tried(channel, message))
        .toList();
  }

  private static Tried tried(Channel channel, Message message) {
    try {
      channel.send(message);
      return new Tried(channel.name(), channel.target(), true, "");
    } catch (ChannelFailure failed) {
      return new Tried(
          channel.name(), channel.target(), false, String.valueOf(failed.getMessage()));
    }
  }
}
