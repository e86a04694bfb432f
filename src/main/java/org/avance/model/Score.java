package org.avance.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * A mark that a scoring model gives a programme. Natural key: programme, model, dimension, year,
 * geography.
 *
 * @param model scoring model, for example {@code MSD}
 * @param dimension what is marked; empty for the model's total
 * @param printedClass class as the agency prints it; empty where it prints none
 */
public record Score(
    Programme programme,
    int year,
    Geography geography,
    String model,
    String dimension,
    Stated<BigDecimal> figure,
    String printedClass,
    Stated<LocalDate> asOf,
    String note,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  public Score {
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.SCORE;
  }
}
