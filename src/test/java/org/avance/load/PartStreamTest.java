package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartStreamTest {
  private static final BulkTable TABLE = new BulkTable("t", List.of("n", "text"));

  private static InputStream numbers(int count) {
    return new PartStream(
        IntStream.range(0, count)
            .mapToObj(n -> new BulkPart(TABLE, row(n).getBytes(StandardCharsets.UTF_8), 1))
            .toList());
  }

  private static String row(int n) {
    return n + "\tñ" + n + "\n";
  }

  private static String expected(int count) {
    return IntStream.range(0, count).mapToObj(PartStreamTest::row).collect(Collectors.joining());
  }

  @Test
  void all_parts_come_in_order() throws IOException {
    assertThat(new String(numbers(1_234).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(expected(1_234));
  }

  @Test
  void a_read_is_filled_from_as_many_parts_as_it_takes() throws IOException {
    byte[] bytes = new byte[100];
    assertThat(numbers(1_000).read(bytes, 7, 90)).isEqualTo(90);
    assertThat(new String(bytes, 7, 90, StandardCharsets.UTF_8))
        .isEqualTo(
            new String(
                expected(1_000).getBytes(StandardCharsets.UTF_8), 0, 90, StandardCharsets.UTF_8));
  }

  @Test
  void whatever_is_asked_for_at_once_the_bytes_are_the_same() throws IOException {
    InputStream rows = numbers(3);
    byte[] bytes = new byte[100];
    int length = 0;
    for (int next = rows.read(); next >= 0; next = rows.read()) {
      bytes[length++] = (byte) next;
      length += Math.max(rows.read(bytes, length, 3), 0);
    }
    assertThat(new String(bytes, 0, length, StandardCharsets.UTF_8)).isEqualTo(expected(3));
  }

  @Test
  void no_part_is_the_end_at_once() throws IOException {
    assertThat(numbers(0).read()).isEqualTo(-1);
  }
}
