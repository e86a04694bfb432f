package org.avance.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // What the server says of rows.
        "Duplicate entry 'María' López' for key 'programme_name' | Duplicate entry '…' for key 'programme_name'",
        "Incorrect decimal value: '5 mil' for column `avance`.`t`.`figure` at row 1 | Incorrect decimal value: '…' for column `avance`.`t`.`figure` at row 1",
        "Data too long for column 'unit' at row 3 | Data too long for column 'unit' at row 3",
        "Unknown column 'x' in 'y' | Unknown column 'x' in 'y'",
        "Access denied for user 'avance_etl'@'localhost' | Access denied for user '…'@'…'",
        "SQL [INSERT INTO t VALUES ('García', 'O'Brien', \"x\")]; bad | SQL [INSERT INTO t VALUES ('…', '…', \"…\")]; bad",
        // What issues say of cells.
        "expected a number but found \"52311 viviendas\" | expected a number but found \"…\"",
        "found “Juana” and «Inés» | found “…” and «…»",
        // Apostrophes are no quotation marks.
        "it can't be read and won't be, says the agency's note | it can't be read and won't be, says the agency's note",
        // Secrets, wherever they stand.
        "jdbc:mariadb://h/avance?user=a&password=tr0ub4dor&x=1 | jdbc:mariadb://h/avance?user=a&password=…&x=1",
        "PASSWORD: hunter2, next | PASSWORD: …, next",
        "Authorization: Bearer abc.def | Authorization: …",
        "smtp://night:secret@mail.example.org:25 | smtp://…@mail.example.org:25",
        "sent to ana.perez@example.org today | sent to … today",
      })
  void values_and_secrets_go_and_names_stay(String text, String masked) {
    assertThat(Masked.of(text)).isEqualTo(masked);
  }

  @Test
  void nobody_writes_lines_or_moves_the_cursor() {
    assertThat(Masked.of("a.csv\n2026 ERROR fake\u001b[2J\u202e"))
        .isEqualTo("a.csv⏎2026 ERROR fake\\u001b[2J\\u202e");
  }
}
