package org.avance.console;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Printable records as JSON; their component names are the documented shape. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static void print(Object record, PrintWriter out) {
    out.println(MAPPER.writeValueAsString(record));
  }
}
