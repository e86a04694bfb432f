package org.avance.monitor.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code %safe} of the text log: what is said, then what it is about. */
public final class SafeMessage extends ClassicConverter {
  private static final Pattern PLAIN = Pattern.compile("[^\\s=\"{}\\\\]+");

  @Override
  public String convert(ILoggingEvent event) {
    String about =
        LogWords.about(event).entrySet().stream()
            .map(pair -> pair.getKey() + "=" + value(pair.getValue()))
            .collect(Collectors.joining(" "));
    String message = LogWords.message(event);
    return about.isEmpty() ? message : message + " {" + about + "}";
  }

  /** In quotation marks where it could be taken for a pair of its own, or for the end of them. */
  private static String value(Object value) {
    String text = String.valueOf(value);
    return value instanceof String && !PLAIN.matcher(text).matches()
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : text;
  }
}
