package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowStreamTest {
  private static RowStream<Integer> numbers(int count) {
    return new RowStream<>(
        IntStream.range(0, count).iterator(), (n, rows) -> rows.cell(n).cell("ñ" + n).end());
  }

  private static String expected(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> n + "\tñ" + n + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void all_rows_come_in_order_and_are_counted() throws IOException {
    RowStream<Integer> rows = numbers(1_234);
    assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(expected(1_234));
    assertThat(rows.count()).isEqualTo(1_234);
  }

  @Test
  void whatever_is_asked_for_at_once_the_bytes_are_the_same() {
    RowStream<Integer> rows = numbers(3);
    byte[] bytes = new byte[100];
    int length = 0;
    for (int next = rows.read(); next >= 0; next = rows.read()) {
      bytes[length++] = (byte) next;
      int some = rows.read(bytes, length, 3);
      length += Math.max(some, 0);
    }
    assertThat(new String(bytes, 0, length, StandardCharsets.UTF_8)).isEqualTo(expected(3));
  }

  @Test
  void items_without_a_row_do_not_end_it() throws IOException {
    List<Integer> items = IntStream.range(0, 500).boxed().toList();
    RowStream<Integer> rows =
        new RowStream<>(
            items.iterator(),
            (n, made) -> {
              if (n >= 400) {
                made.cell(n).end();
              }
            });
    assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8)).hasLineCount(100);
    assertThat(rows.count()).isEqualTo(100);
  }
}
