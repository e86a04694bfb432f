package org.avance.model;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One cell of a sheet's distribution of indicators, as published. Natural key: programme, year,
 * focus, class.
 *
 * @param figure indicators in the cell
 * @param percent share of all indicators as printed; missing where none is
 * @param printed the cell as printed, for example {@code 5, 33%}
 */
public record Distribution(
    Programme programme,
    int year,
    Geography geography,
    IndicatorFocus focus,
    DistributionClass progress,
    Stated<BigDecimal> figure,
    Stated<BigDecimal> percent,
    String printed,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  public Distribution {
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.DISTRIBUTION;
  }
}
