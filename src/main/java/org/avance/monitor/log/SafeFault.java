package org.avance.monitor.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/** {@code %fault} of the text log: what was thrown, without the values it speaks of. */
public final class SafeFault extends ThrowableHandlingConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return LogWords.thrown(event.getThrowableProxy()).stream()
        .map(line -> "    " + line + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
