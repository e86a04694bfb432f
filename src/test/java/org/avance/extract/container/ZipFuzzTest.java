package org.avance.extract.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.avance.FuzzCorpus;
import org.junit.jupiter.api.Test;

class ZipFuzzTest {
  @Test
  void any_bytes_are_unpacked_within_the_limits_or_refused() throws Exception {
    TemporaryFiles temporary = new TemporaryFiles();
    new FuzzCorpus("zip").replay(2_000, ZipFuzz::fuzzerTestOneInput);
    assertThat(temporary.left()).isEmpty();
  }
}
