package org.avance.feed.sheet.progress;

import java.io.IOException;
import java.util.stream.Stream;
import org.avance.feed.sheet.SheetSpecs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The traps of this family of sheets, one case each: see {@code src/test/resources/sheets}. */
class SpecsTest {
  private static Stream<String> cases() {
    return SheetSpecs.cases("progress");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_document_yields_what_its_expected_file_says(String name) throws IOException {
    SheetSpecs.check(new ProgressSheet(), "progress", name);
  }
}
