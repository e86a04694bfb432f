package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSeriesTest {
  private static String hash(String text) {
    return StagedFact.hash(List.of(text));
  }

  @Test
  void a_series_is_known_by_what_it_is_of_and_all_that_was_said_of_it() {
    KnownSeries known = new KnownSeries(1_000);
    for (int i = 0; i < 1_000; i++) {
      known.add(hash("of " + i), hash("said " + i));
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(known.has(hash("of " + i), hash("said " + i))).isTrue();
      assertThat(known.has(hash("of " + i), hash("said " + (i + 1)))).isFalse();
      assertThat(known.has(hash("of another " + i), hash("said " + i))).isFalse();
    }
  }

  @Test
  void hashes_of_zeros_are_like_any_other() {
    KnownSeries known = new KnownSeries(0);
    String zeros = "0".repeat(32);
    assertThat(known.has(zeros, zeros)).isFalse();
    known.add(zeros, zeros);
    assertThat(known.has(zeros, zeros)).isTrue();
    assertThat(known.has(zeros, hash("other"))).isFalse();
  }
}
