package org.avance.extract.csv;

import org.avance.FuzzCorpus;
import org.junit.jupiter.api.Test;

class CsvFuzzTest {
  @Test
  void every_line_of_any_bytes_is_in_one_record_or_the_file_is_refused() throws Exception {
    new FuzzCorpus("csv").replay(20_000, CsvFuzz::fuzzerTestOneInput);
  }
}
