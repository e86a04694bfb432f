package org.avance.monitor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that are set. */
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  private final List<Channel> channels;

  Channels(List<Channel> channels) {
    this.channels = List.copyOf(channels);
  }

  static Channels of(WatchSettings settings, Clock clock) {
    List<Channel> channels = new ArrayList<>();
    settings.mail().forEach(mail -> channels.add(new MailChannel(mail, clock)));
    settings.webhook().forEach(webhook -> channels.add(new WebhookChannel(webhook)));
    return new Channels(channels);
  }

  List<Channel> list() {
    return channels;
  }

  /**
   * Tells those that have not been told.
   *
   * @param before names of the channels that have it already, with blanks between
   * @return names of those that have it now
   */
  Set<String> tell(Message message, String before) {
    Set<String> told = new TreeSet<>(before.isBlank() ? List.of() : List.of(before.split(" ", -1)));
    for (Channel channel : channels) {
      if (!told.contains(channel.name())) {
        try {
          channel.send(message);
          told.add(channel.name());
          about(LOG.atInfo(), channel, message).log("told: {}", message.subject());
        } catch (ChannelFailure | RuntimeException failed) {
          about(LOG.atWarn(), channel, message)
              .log("not told, tried again later: {}: {}", message.subject(), failed.getMessage());
        }
      }
    }
    return told;
  }

  private static org.slf4j.spi.LoggingEventBuilder about(
      org.slf4j.spi.LoggingEventBuilder line, Channel channel, Message message) {
    return line.addKeyValue("event", "alert")
        .addKeyValue("kind", message.kind())
        .addKeyValue("channel", channel.name())
        .addKeyValue("feed", message.feed())
        .addKeyValue("run", message.run())
        .addKeyValue("delivery", message.delivery());
  }

  /** Whether these are all. */
  boolean areAll(Set<String> told) {
    return channels.stream().allMatch(channel -> told.contains(channel.name()));
  }
}
