package org.avance.feed;

import org.avance.FuzzCorpus;
import org.junit.jupiter.api.Test;

class FeedFuzzTest {
  @Test
  void every_row_of_any_bytes_has_one_fate_or_the_file_is_refused() throws Exception {
    new FuzzCorpus("feed").replay(5_000, FeedFuzz::fuzzerTestOneInput);
  }
}
