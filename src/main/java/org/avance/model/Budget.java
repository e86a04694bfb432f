package org.avance.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * An amount of money at one stage of the budget cycle. Natural key: programme, year, period, fund
 * year, stage, funding source, geography, price basis.
 *
 * @param fundYear year whose funds are spent; the fact's own year unless the file says otherwise
 * @param fundingSource fund or share ("federal", "estatal") as printed; empty where none is
 * @param figure pesos; may be negative
 * @param asOf cut-off date printed in the record
 * @param note comments as printed
 */
public record Budget(
    Programme programme,
    int year,
    Period period,
    int fundYear,
    BudgetStage stage,
    String fundingSource,
    Geography geography,
    PriceBasis prices,
    Stated<BigDecimal> figure,
    Stated<LocalDate> asOf,
    String note,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  public Budget {
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.BUDGET;
  }
}
