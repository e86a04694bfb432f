package org.avance.monitor.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/** {@code %safe} of the text log: what is said, then what it is about. */
public final class SafeMessage extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    String about =
        LogWords.about(event).entrySet().stream()
            .map(pair -> pair.getKey() + "=" + pair.getValue())
            .collect(Collectors.joining(" "));
    String message = LogWords.message(event);
    return about.isEmpty() ? message : message + " {" + about + "}";
  }
}
