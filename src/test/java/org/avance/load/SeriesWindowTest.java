package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.model.Direction;
import org.avance.model.Fact;
import org.avance.model.Footing;
import org.avance.model.Geography;
import org.avance.model.Goals;
import org.avance.model.Indicator;
import org.avance.model.IndicatorValue;
import org.avance.model.LightLimits;
import org.avance.model.MissingReason;
import org.avance.model.Period;
import org.avance.model.PrintedClasses;
import org.avance.model.Programme;
import org.avance.model.RecordFate;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.junit.jupiter.api.Test;

/** Which records go together, each shown by its number; a star where they are a series. */
class SeriesWindowTest {
  private static final Stated.Missing<BigDecimal> NOTHING =
      new Stated.Missing<>(MissingReason.BLANK, "");

  private final SeriesWindow window = new SeriesWindow();
  private final List<String> cut = new ArrayList<>();
  private long records;

  /** Adds a record that states a figure of each of these indicators, one year later each time. */
  private void add(String... indicators) {
    records++;
    List<Fact> facts =
        Stream.of(indicators).<Fact>map(each -> value(each, 2000 + (int) records)).toList();
    window.add(record(facts)).ifPresent(this::note);
  }

  private void note(SeriesWindow.Series series) {
    List<Long> numbers = series.records().stream().map(StagedRecord::number).toList();
    cut.add(numbers + (series.isSeries() ? "*" : "") + " from " + series.firstStating());
  }

  private StagedRecord record(List<Fact> facts) {
    return new StagedRecord(
        records,
        records,
        records,
        "",
        facts.isEmpty() ? RecordFate.QUARANTINED : RecordFate.STAGED,
        facts,
        Set.of(),
        List.of(),
        List.of(),
        Footing.NONE);
  }

  private static IndicatorValue value(String indicator, int year) {
    return new IndicatorValue(
        new Programme("", "99", "P1", "", ""),
        new Indicator(indicator, "", "", "", "", "", "", ""),
        "",
        year,
        Period.YEAR,
        Geography.NATION,
        "",
        "Persona",
        Direction.ASCENDING,
        Stated.given(BigDecimal.ONE),
        new Goals(NOTHING, 0, Target.none(NOTHING), NOTHING, NOTHING),
        NOTHING,
        NOTHING,
        new LightLimits(NOTHING, NOTHING),
        PrintedClasses.NONE,
        "",
        false,
        Stated.<LocalDate>missing(MissingReason.BLANK, ""),
        "",
        Set.of(),
        "",
        "valor");
  }

  private List<String> all() {
    window.rest().ifPresent(this::note);
    return cut;
  }

  @Test
  void records_of_one_series_go_together_and_what_states_nothing_with_what_is_around_it() {
    add();
    add("a");
    add("a", "a");
    add();
    add("a");
    add("b");
    add();
    assertThat(all()).containsExactly("[1, 2, 3, 4, 5]* from 2", "[6, 7]* from 6");
  }

  @Test
  void a_record_of_several_series_is_alone() {
    add("a");
    add("a", "b");
    add("a", "b");
    add("b");
    assertThat(all()).containsExactly("[1]* from 1", "[2] from 2", "[3] from 3", "[4]* from 4");
  }

  @Test
  void a_series_that_is_too_long_is_none_to_its_end() {
    for (int i = 0; i < SeriesWindow.MOST + 2; i++) {
      add("a");
    }
    add("b");
    all();
    assertThat(cut.get(0)).startsWith("[1, 2, 3,").endsWith("1000] from 1");
    assertThat(cut.subList(1, cut.size()))
        .containsExactly("[1001, 1002] from 1001", "[1003]* from 1003");
  }

  @Test
  void records_that_state_nothing_are_no_series() {
    add();
    add();
    assertThat(all()).containsExactly("[1, 2] from 0");
  }
}
