package org.avance.extract.sheettext;

import org.avance.FuzzCorpus;
import org.junit.jupiter.api.Test;

class SheetFuzzTest {
  @Test
  void any_bytes_are_lines_with_their_places_or_the_file_is_refused() throws Exception {
    new FuzzCorpus("sheet").replay(500, SheetFuzz::fuzzerTestOneInput);
  }
}
