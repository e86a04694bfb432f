package org.avance.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.avance.warehouse.Cell;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/** An answer as one JSON array, an object for each row, a row to a line. */
final class JsonAnswer implements AnswerPage {
  private static final PrettyPrinter A_ROW_TO_A_LINE =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEntrySpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator(""))
          .withArrayIndenter(new DefaultIndenter("", "\n"))
          .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance());

  private final PrintWriter out;
  private final JsonGenerator json;
  private final List<String> names = new ArrayList<>();

  JsonAnswer(PrintWriter out) {
    this.out = out;
    json = JsonMapper.shared().writer().with(A_ROW_TO_A_LINE).createGenerator(out);
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
    out.println();
  }
}
