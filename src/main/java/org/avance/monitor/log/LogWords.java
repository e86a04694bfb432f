package org.avance.monitor.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What a line of the log says, apart from its form. */
final class LogWords {
  /** The rest of a stack is that of threads and libraries, the same each time. */
  private static final int FRAMES = 40;

  private LogWords() {}

  static String message(ILoggingEvent event) {
    return Masked.of(String.valueOf(event.getFormattedMessage()));
  }

  /** What the line is about: what its thread is at, then what the event itself says. */
  static Map<String, Object> about(ILoggingEvent event) {
    Map<String, Object> about = new LinkedHashMap<>();
    new TreeMap<>(event.getMDCPropertyMap()).forEach((key, value) -> about.put(key, typed(value)));
    List<KeyValuePair> said = event.getKeyValuePairs();
    if (said != null) {
      said.forEach(pair -> about.put(pair.key, plain(pair.value)));
    }
    return about;
  }

  /** Runs and deliveries are numbers wherever they are said. */
  private static Object typed(String value) {
    return value.matches("\\d{1,18}") ? Long.valueOf(value) : Masked.of(value);
  }

  private static Object plain(@Nullable Object value) {
    return value instanceof Number || value instanceof Map
        ? value
        : Masked.of(String.valueOf(value));
  }

  /** Each exception with its frames, the outermost first; empty where nothing was thrown. */
  static List<String> thrown(@Nullable IThrowableProxy thrown) {
    List<String> lines = new ArrayList<>();
    String because = "";
    IThrowableProxy cause = thrown;
    while (cause != null) {
      lines.add(
          because + cause.getClassName() + ": " + Masked.of(String.valueOf(cause.getMessage())));
      StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
      int shown = Math.min(FRAMES, frames.length - cause.getCommonFrames());
      for (int i = 0; i < shown; i++) {
        lines.add("    " + frames[i].getSTEAsString());
      }
      because = "caused by ";
      cause = cause.getCause() == cause ? null : cause.getCause();
    }
    return lines;
  }
}
