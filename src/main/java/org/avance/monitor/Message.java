package org.avance.monitor;

import java.util.List;
import org.avance.warehouse.AlertBook;

/**
 * What somebody is told.
 *
 * @param key which event it is about: the same again is the same event
 * @param run execution it is about; 0 for none
 * @param delivery delivery it is about; 0 for none
 * @param subject the whole in a line
 * @param body what happened, for reading
 * @param commands what puts it right
 * @param since when it was first seen, UTC; empty where that is not known
 */
record Message(
    AlertKind kind,
    String key,
    String feed,
    long run,
    long delivery,
    String subject,
    String body,
    List<String> commands,
    String since) {

  Message {
    commands = List.copyOf(commands);
  }

  static Message of(AlertBook.Entry entry) {
    AlertBook.Event event = entry.event();
    return new Message(
        AlertKind.valueOf(event.kind()),
        event.key(),
        event.feed(),
        event.executionId(),
        event.deliveryId(),
        event.subject(),
        event.body(),
        event.commands().lines().toList(),
        entry.firstSeen());
  }

  /** As a person reads it. */
  String text() {
    StringBuilder text = new StringBuilder(body);
    if (!commands.isEmpty()) {
      text.append("\n\nWhat to do:\n");
      commands.forEach(command -> text.append("    ").append(command).append('\n'));
    }
    return text.toString().strip() + "\n";
  }
}
