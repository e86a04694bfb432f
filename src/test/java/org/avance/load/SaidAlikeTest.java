package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.avance.model.Direction;
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

/** Hashes of facts that follow one another, as those of facts that stand alone. */
class SaidAlikeTest {
  private static final Stated.Missing<BigDecimal> NOTHING =
      new Stated.Missing<>(MissingReason.BLANK, "");
  private static final Indicator INDICATOR =
      new Indicator("I1", "I0", "1.1", "Tasa", "Fin", "Objetivo", "Anual", "A / B");

  private static IndicatorValue value(
      String programme, Indicator indicator, String series, String unit, String reportingUnit) {
    return new IndicatorValue(
        new Programme("PEF", "99", programme, "", ""),
        indicator,
        series,
        2020,
        Period.YEAR,
        Geography.NATION,
        reportingUnit,
        unit,
        Direction.ASCENDING,
        Stated.given(BigDecimal.ONE),
        new Goals(NOTHING, 0, Target.none(NOTHING), NOTHING, NOTHING),
        NOTHING,
        NOTHING,
        new LightLimits(NOTHING, NOTHING),
        PrintedClasses.NONE,
        "",
        false,
        new Stated.Missing<LocalDate>(MissingReason.BLANK, ""),
        "",
        Set.of(),
        "",
        "valor");
  }

  private static IndicatorValue of(Indicator indicator) {
    return value("P1", indicator, "", "Persona", "");
  }

  private static Map<String, Object> hashes(IndicatorValue value) {
    StagedRecord record =
        new StagedRecord(
            1,
            2,
            2,
            "",
            RecordFate.STAGED,
            List.of(value),
            Set.of(),
            List.of(),
            List.of(),
            Footing.NONE);
    StagedFact<IndicatorValue> fact = new StagedFact<>(record, value, 1, true, false);
    Map<String, Object> hashes = new TreeMap<>();
    IndicatorShape.SHAPE.columns().stream()
        .filter(column -> column.name().endsWith("_hash"))
        .forEach(column -> hashes.put(column.name(), String.valueOf(column.value().apply(fact))));
    return hashes;
  }

  @Test
  void every_part_of_a_key_is_in_it_whatever_came_before() {
    List<IndicatorValue> keys =
        List.of(
            value("P1", INDICATOR, "", "Persona", ""),
            value("P2", INDICATOR, "", "Persona", ""),
            value("P1", named("I2", "Tasa"), "", "Persona", ""),
            value("P1", INDICATOR, "MIR", "Persona", ""),
            value("P1", INDICATOR, "", "Peso", ""),
            value("P1", INDICATOR, "", "Persona", "Delegación"));
    assertThat(keys.stream().map(each -> hashes(each).get("key_hash")).distinct())
        .hasSize(keys.size());
    IndicatorValue otherCase = value("p1", INDICATOR, "", "PERSONA", "");
    assertThat(hashes(otherCase).get("key_hash")).isEqualTo(hashes(keys.get(0)).get("key_hash"));
  }

  @Test
  void every_text_of_an_indicator_is_content() {
    List<Function<String, Indicator>> texts =
        List.of(
            text -> new Indicator("I1", text, "1.1", "Tasa", "Fin", "O", "Anual", "A"),
            text -> new Indicator("I1", "", text, "Tasa", "Fin", "O", "Anual", "A"),
            text -> new Indicator("I1", "", "1.1", text, "Fin", "O", "Anual", "A"),
            text -> new Indicator("I1", "", "1.1", "Tasa", text, "O", "Anual", "A"),
            text -> new Indicator("I1", "", "1.1", "Tasa", "Fin", text, "Anual", "A"),
            text -> new Indicator("I1", "", "1.1", "Tasa", "Fin", "O", text, "A"),
            text -> new Indicator("I1", "", "1.1", "Tasa", "Fin", "O", "Anual", text));
    for (Function<String, Indicator> text : texts) {
      Map<String, Object> one = hashes(of(text.apply("one")));
      Map<String, Object> other = hashes(of(text.apply("other")));
      assertThat(other.get("key_hash")).isEqualTo(one.get("key_hash"));
      assertThat(other.get("content_hash")).isNotEqualTo(one.get("content_hash"));
      assertThat(hashes(of(text.apply("one")))).isEqualTo(one);
    }
  }

  private static Indicator named(String code, String name) {
    return new Indicator(code, "I0", "1.1", name, "Fin", "Objetivo", "Anual", "A / B");
  }
}
