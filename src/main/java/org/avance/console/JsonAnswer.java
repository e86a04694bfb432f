package org.avance.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.avance.warehouse.Cell;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An answer as one JSON array, an object for each row. */
final class JsonAnswer implements AnswerPage {
  private final JsonGenerator json;
  private final List<String> names = new ArrayList<>();

  JsonAnswer(PrintWriter out) {
    json = JsonMapper.shared().createGenerator(out);
    json.writeStartArray();
  }

  @Override
  public void columns(List<String> columns) {
    names.addAll(columns);
  }

  @Override
  public void row(List<Cell> cells) {
    json.writeStartObject();
    for (int i = 0; i < names.size(); i++) {
      json.writeName(names.get(i));
      write(cells.get(i));
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void write(Cell cell) {
    if (cell instanceof Cell.Null) {
      json.writeNull();
    } else if (cell instanceof Cell.Numeric number) {
      json.writeNumber(number.text());
    } else {
      json.writeString(cell.text());
    }
  }

  @Override
  public void end() {
    json.writeEndArray();
    json.flush();
  }
}
