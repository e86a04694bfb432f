package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.avance.warehouse.Cell;
import org.junit.jupiter.api.Test;

/** The same rows in each form: no value, no text, numbers, separators, control characters. */
final class AnswersTest {
  private static final List<String> COLUMNS = List.of("name", "value");
  private static final List<List<Cell>> ROWS =
      List.of(
          row("plain", number("12345.5000")),
          row("none", new Cell.Null()),
          row("empty", new Cell.Text("")),
          row("a,\"b\"", number("0.00")),
          row("line\nbreak", number("-1e3")),
          row("esc\u001B[31m\u202E", new Cell.Text("007")));

  @Test
  void a_table_aligns_numbers_tells_none_from_empty_and_shows_control_characters() {
    assertThat(printed(TableAnswer::new, ROWS))
        .isEqualTo(
            """
            name                 value
            plain                12345.5
            none                 –
            empty
            a,"b"                      0
            line⏎break             -1000
            esc\\u001b[31m\\u202e  007
            (6 rows)
            """);
  }

  @Test
  void a_list_has_a_line_for_each_cell_and_long_texts_whole() {
    String words = "palabra ".repeat(14).strip();
    assertThat(printed(ListAnswer::new, List.of(row(words, number("1.50")), ROWS.get(1))))
        .isEqualTo(
            """
            row 1
              name   palabra palabra palabra palabra palabra palabra palabra palabra palabra palabra palabra
                     palabra palabra palabra
              value  1.5
            row 2
              name   none
              value  –
            (2 rows)
            """);
  }

  @Test
  void csv_tells_none_from_empty_and_quotes_what_would_break_a_row() {
    assertThat(printed(CsvAnswer::new, ROWS))
        .isEqualTo(
            """
            name,value
            plain,12345.5
            none,
            empty,""
            "a,""b""\",0
            "line
            break",-1000
            esc\u001B[31m\u202E,007
            """);
  }

  @Test
  void json_has_a_row_to_a_line_with_numbers_as_numbers() {
    assertThat(printed(JsonAnswer::new, ROWS))
        .isEqualTo(
            """
            [
            {"name": "plain", "value": 12345.5},
            {"name": "none", "value": null},
            {"name": "empty", "value": ""},
            {"name": "a,\\"b\\"", "value": 0},
            {"name": "line\\nbreak", "value": -1000},
            {"name": "esc\\u001B[31m\u202E", "value": "007"}
            ]
            """);
  }

  @Test
  void no_rows_are_an_answer_too() {
    assertThat(printed(TableAnswer::new, List.of())).isEqualTo("name  value\n(0 rows)\n");
    assertThat(printed(CsvAnswer::new, List.of())).isEqualTo("name,value\n");
    assertThat(printed(JsonAnswer::new, List.of())).isEqualTo("[]\n");
  }

  @Test
  void a_long_text_is_cut_in_its_middle_in_tables_only() {
    String text = "x".repeat(30) + "y".repeat(30);
    assertThat(printed(TableAnswer::new, List.of(row(text, number("1")))))
        .contains("x".repeat(23) + "…" + "y".repeat(24) + "      1\n(1 row)\n");
    assertThat(printed(CsvAnswer::new, List.of(row(text, number("1"))))).contains(text);
  }

  private static String printed(Function<PrintWriter, AnswerPage> form, List<List<Cell>> rows) {
    StringWriter out = new StringWriter();
    AnswerPage page = form.apply(new PrintWriter(out));
    page.columns(COLUMNS);
    rows.forEach(page::row);
    page.end();
    return out.toString();
  }

  private static List<Cell> row(String name, Cell value) {
    return List.of(new Cell.Text(name), value);
  }

  private static Cell number(String digits) {
    return new Cell.Numeric(new BigDecimal(digits));
  }
}
