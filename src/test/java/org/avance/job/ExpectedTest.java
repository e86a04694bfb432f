package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells the warehouse of the feeds of its catalogue. */
final class ExpectedTest {
  private static final String ALL =
      """
      SELECT CONCAT_WS(' | ', feed, title, agency, every, due_month, due_day, show_order)
      FROM feed_expectation ORDER BY feed
      """;

  @TempDir private Path folder;

  @Test
  void a_run_tells_what_is_expected_of_feeds_that_never_delivered() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_expected");
    try (TestLoads loads = new TestLoads(folder, warehouse)) {
      loads.feed("yearly", TestLoads.COVERAGE, "expectations: {every: year, dueBy: 04-30}");
      loads.feed("any-time", TestLoads.COVERAGE);
      loads.run();
      assertThat(expectations(warehouse))
          .containsExactly(
              "any-time | T | A | UNSTATED | 12 | 31 | 1", "yearly | T | A | YEAR | 4 | 30 | 2");

      loads.rulebook("2020.2", "yearly");
      loads.feed("any-time", TestLoads.COVERAGE, "expectations: {every: month}");
      loads.run();
      assertThat(expectations(warehouse))
          .containsExactly(
              "any-time | T | A | MONTH | 12 | 31 | 2", "yearly | T | A | YEAR | 4 | 30 | 1");

      loads.feed("any-time", "nothing: true\n");
      Files.delete(folder.resolve("jobs/yearly.yaml"));
      loads.rulebook("2020.3");
      loads.run();
      assertThat(expectations(warehouse)).containsExactly("any-time | T | A | MONTH | 12 | 31 | 2");
    }
  }

  @Test
  void a_run_that_finds_the_expectations_there_writes_none() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_expected_again");
    try (TestLoads loads = new TestLoads(folder, warehouse)) {
      loads.feed("yearly", TestLoads.COVERAGE, "expectations: {every: year, dueBy: 04-30}");
      loads.run();
      warehouse
          .owner()
          .sql(
              "CREATE TRIGGER no_write BEFORE UPDATE ON feed_expectation FOR EACH ROW SIGNAL SQLSTATE '45000'")
          .update();

      assertThat(loads.run()).isEmpty();
    }
  }

  private static List<String> expectations(TestWarehouse warehouse) {
    return TestWarehouse.texts(warehouse.etl(), ALL);
  }
}
