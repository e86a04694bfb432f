package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.avance.warehouse.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No cell of an export is a formula to a spreadsheet, and docs/query.md says how to read it back.
 */
final class CsvRoundTripTest {
  private static final long SEED = 20_260_331;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=1+1|'=1+1",
        "+1+1|'+1+1",
        "-1+1|'-1+1",
        "@SUM(A1)|'@SUM(A1)",
        "~\tx~|~'\tx~",
        "'=1|''=1",
        "''@|'''@",
        "'a|'a",
        "'|'",
        "-|'-",
        "-5|-5",
        "+12.50|+12.50",
        "-5-|'-5-",
        "-5e3|'-5e3",
        "a=1|a=1",
        "~ =1~|~ =1~"
      })
  void a_text_that_begins_like_a_formula_gets_an_apostrophe(String text, String defused) {
    assertThat(CsvAnswer.defused(text)).isEqualTo(defused);
  }

  @Test
  void a_carriage_return_is_defused_too() {
    assertThat(CsvAnswer.defused("\r=1")).isEqualTo("'\r=1");
  }

  @Test
  void numbers_stay_numbers_and_names_of_columns_are_texts() {
    Cell negative = new Cell.Numeric(new BigDecimal("-12.50"));
    assertThat(printed(List.of("=a", "n"), List.of(List.of(new Cell.Text("-x"), negative))))
        .isEqualTo("'=a,n\n'-x,-12.5\n");
  }

  @Test
  void whatever_is_exported_reads_back_equal() throws IOException {
    Random random = new Random(SEED);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(List.of(text(random), text(random)));
    }
    List<List<Cell>> read = read(printed(List.of("a", "b"), rows));
    assertThat(read).isEqualTo(rows);
  }

  private static Cell text(Random random) {
    String signs = "=+-@\t\r\n'\",;0. añ";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return random.nextInt(9) == 0 ? new Cell.Null() : new Cell.Text(text.toString());
  }

  /** As docs/query.md says: an empty cell without quotes is no value; one apostrophe goes. */
  private static List<List<Cell>> read(String csv) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setQuoteMode(org.apache.commons.csv.QuoteMode.ALL_NON_NULL)
            .setNullString("")
            .setRecordSeparator("\n")
            .get();
    List<List<Cell>> rows = new ArrayList<>();
    for (CSVRecord row : format.parse(new StringReader(csv))) {
      rows.add(row.toList().stream().map(CsvRoundTripTest::cell).toList());
    }
    return rows.subList(1, rows.size());
  }

  private static Cell cell(String text) {
    if (text == null) {
      return new Cell.Null();
    }
    return new Cell.Text(text.matches("(?s)'+[=+\\-@\\t\\r].*") ? text.substring(1) : text);
  }

  private static String printed(List<String> columns, List<List<Cell>> rows) {
    StringWriter out = new StringWriter();
    CsvAnswer page = new CsvAnswer(new PrintWriter(out));
    page.columns(columns);
    rows.forEach(page::row);
    page.end();
    return out.toString();
  }
}
