package org.avance.console;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Printable records as JSON; their component names are the documented shape. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final JsonMapper ONE_LINE = JsonMapper.shared();

  private Json() {}

  /** On a line of its own, for what goes on and on. */
  static void printLine(Object record, PrintWriter out) {
    out.println(ONE_LINE.writeValueAsString(record));
  }

  static void print(Object record, PrintWriter out) {
    out.println(MAPPER.writeValueAsString(record));
  }
}
