package org.avance.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a feed states of one indicator in one period. Natural key: programme, indicator, series,
 * unit, year, period, geography, reporting unit.
 *
 * @param series tells apart figures that a feed states side by side under one indicator, for
 *     example {@code MIR} and {@code POA}; empty where there is one only
 * @param year year that the period lies in
 * @param reportingUnit who reports, below the agency; empty where none is printed
 * @param unit unit of measure as printed; figures of two units are never one series
 * @param figure the observed value
 * @param plan plan that the target belongs to, as the rulebook names it; empty where none is stated
 * @param partial the period was not over when the figure was taken: stored, never classified
 * @param asOf cut-off date of the figure
 */
public record IndicatorValue(
    Programme programme,
    Indicator indicator,
    String series,
    int year,
    Period period,
    Geography geography,
    String reportingUnit,
    String unit,
    Direction direction,
    Stated<BigDecimal> figure,
    Goals goals,
    Stated<BigDecimal> numerator,
    Stated<BigDecimal> denominator,
    LightLimits limits,
    PrintedClasses printed,
    String plan,
    boolean partial,
    Stated<LocalDate> asOf,
    String note,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  public IndicatorValue {
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.INDICATOR;
  }
}
