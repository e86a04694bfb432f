package org.avance.feed.sheet.monitoring;

import java.io.IOException;
import java.util.stream.Stream;
import org.avance.feed.sheet.SheetSpecs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trap of the family has a document of its own. */
class MonitoringSpecsTest {
  private static final String FOLDER = "monitoring";

  private static Stream<String> cases() {
    return SheetSpecs.cases(FOLDER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void all_that_is_made_of_a_case_is_what_is_expected(String name) throws IOException {
    SheetSpecs.check(new MonitoringSheet(), FOLDER, name);
  }
}
