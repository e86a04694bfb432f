package org.avance.model;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One figure that a record states. Two facts with the same natural key, within a feed, are the same
 * fact stated twice.
 */
public sealed interface Fact
    permits Coverage, Budget, IndicatorValue, Score, Assessment, Distribution, Finding {

  FactKind kind();

  Programme programme();

  /** The year the edition reports on; never the cut-off date printed in a row. */
  int year();

  Geography geography();

  /** The figure in the unit of the fact (units scale already applied), or why there is none. */
  Stated<BigDecimal> figure();

  /** Name of the column that the figure stood in; the accounting sums by it. */
  String valueColumn();

  /**
   * Words of the descriptor that it assumes because the file does not say so, for example {@code
   * population}.
   */
  Set<String> assumed();

  /**
   * The record's own identity as the descriptor's {@code key} columns print it; empty where the
   * descriptor names none. Together with the natural key it tells a repeated record from a second
   * one.
   */
  String recordKey();
}
