package org.avance.console;

import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object whose first key is a list of any length, followed by a record's keys. */
final class JsonStream {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final ObjectWriter WRITER =
      MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

  private final PrintWriter out;
  private final String list;
  private @org.jspecify.annotations.Nullable JsonGenerator begun;

  /** Nothing is printed before the first item or the end: a refusal leaves no half object. */
  JsonStream(PrintWriter out, String list) {
    this.out = out;
    this.list = list;
  }

  void item(Object item) {
    begin().writePOJO(item);
  }

  void end(Object record) {
    JsonGenerator json = begin();
    json.writeEndArray();
    MAPPER
        .valueToTree(record)
        .forEachEntry(
            (name, value) -> {
              json.writeName(name);
              json.writeTree(value);
            });
    json.writeEndObject();
    json.flush();
    out.println();
  }

  private JsonGenerator begin() {
    JsonGenerator json = begun;
    if (json == null) {
      json = WRITER.createGenerator(out);
      json.writeStartObject();
      json.writeName(list);
      json.writeStartArray();
      begun = json;
    }
    return json;
  }
}
