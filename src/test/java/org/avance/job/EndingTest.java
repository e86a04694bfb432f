package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.avance.feed.trust.Tolerance;
import org.avance.feed.trust.Tolerance.Measure;
import org.avance.feed.trust.Tolerances;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that would end most of what its scope has published. */
class EndingTest {
  @TempDir private Path folder;
  private Optional<TestLoads> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(TestLoads::close);
  }

  private static Optional<String> reason(
      String scope, long published, long stated, Tolerance... said) {
    Tolerances borne =
        new Tolerances(Tolerance.NOTHING, Tolerance.NOTHING, Stream.of(said).findFirst());
    return Reasons.ended(scope, published, stated, borne);
  }

  private static Tolerance percent(int amount) {
    return new Tolerance(BigDecimal.valueOf(amount), Measure.PERCENT);
  }

  @Test
  void the_reason_says_how_many_of_how_many_and_what_would_let_them_pass() {
    assertThat(reason("feed", 1_000_000, 99_999))
        .contains(
            "it states 99999 facts, so that at least 900001 of the 1000000 published for its scope (feed) would end, more than the descriptor bears (`tolerances: {ended: 50%}`, where it says nothing); if they are to end, `ended: 91%` lets it pass");
    assertThat(reason("feed", 1_000_000, 99_999, percent(91))).isEmpty();
    assertThat(reason("feed", 10, 8, percent(10)))
        .contains(
            "it states 8 facts, so that at least 2 of the 10 published for its scope (feed) would end, more than the descriptor bears (`tolerances: {ended: 10%}`); if they are to end, `ended: 20%` lets it pass");
  }

  @Test
  void half_may_end_and_a_few_in_any_case_where_nothing_is_said() {
    assertThat(reason("feed", 100, 50)).isEmpty();
    assertThat(reason("feed", 100, 49)).isPresent();
    assertThat(reason("feed", 50, 1)).isEmpty();
    assertThat(reason("feed", 51, 1)).isPresent();
    assertThat(reason("feed", 2, 1, Tolerance.NOTHING)).isPresent();
  }

  @Test
  void more_than_before_or_no_scope_ends_nothing() {
    assertThat(reason("feed", 10, 20, Tolerance.NOTHING)).isEmpty();
    assertThat(reason("feed", 0, 20, Tolerance.NOTHING)).isEmpty();
    assertThat(reason("", 1_000, 1)).isEmpty();
  }

  @Test
  void a_file_cut_short_is_rejected_and_passes_once_the_descriptor_bears_it() throws Exception {
    TestLoads loads = new TestLoads(folder, TestWarehouse.migrated("ending"));
    opened = Optional.of(loads);
    loads.feed("short", TestLoads.COVERAGE).file("short/a-2020.csv", lines(40));
    assertThat(loads.run()).containsExactly("short/a-2020.csv PUBLISHED");
    loads.file("short/b-2020.csv", lines(10));
    assertThat(loads.run())
        .containsExactly(
            "short/b-2020.csv REJECTED; it states 20 facts, so that at least 60 of the 80 published for its scope (edition 2020) would end, more than the descriptor bears (`tolerances: {ended: 50%}`, where it says nothing); if they are to end, `ended: 75%` lets it pass");
    assertThat(loads.figures("short")).hasSize(80);
    loads.feed("short", TestLoads.COVERAGE, "tolerances: {ended: 75%}");
    assertThat(loads.run()).containsExactly("short/b-2020.csv PUBLISHED");
    assertThat(loads.figures("short")).hasSize(20);
  }

  private static String[] lines(int programmes) {
    return Stream.concat(
            Stream.of(TestLoads.COVERAGE_HEADER),
            IntStream.rangeClosed(1, programmes)
                .mapToObj("E%1$03d,Programa %1$d,Personas,100,90"::formatted))
        .toArray(String[]::new);
  }
}
