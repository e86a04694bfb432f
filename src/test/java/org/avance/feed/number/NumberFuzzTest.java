package org.avance.feed.number;

import org.avance.FuzzCorpus;
import org.junit.jupiter.api.Test;

class NumberFuzzTest {
  @Test
  void any_text_is_a_figure_of_its_digits_or_refused() throws Exception {
    new FuzzCorpus("number").replay(50_000, NumberFuzz::fuzzerTestOneInput);
  }
}
