package org.avance.monitor.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object on a line for each event: when, how grave, what is said, and beside one another
 * what it is about ({@code run}, {@code feed}, {@code delivery} and more), so that programs find it
 * by key. Logback's own encoder would put these three levels down, and the values of exceptions
 * into the line.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = new byte[0];

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", DateTimeFormatter.ISO_INSTANT.format(instant(event)));
    line.put("level", String.valueOf(event.getLevel()));
    line.put("message", LogWords.message(event));
    LogWords.about(event).forEach(line::putIfAbsent);
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    List<String> thrown = LogWords.thrown(event.getThrowableProxy());
    if (!thrown.isEmpty()) {
      line.put("thrown", String.join("\n", thrown));
    }
    return (JsonMapper.shared().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Instant instant(ILoggingEvent event) {
    Instant exact = event.getInstant();
    return exact == null ? Instant.ofEpochMilli(event.getTimeStamp()) : exact;
  }
}
