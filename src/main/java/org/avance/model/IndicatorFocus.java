package org.avance.model;

/** What an indicator looks at ("enfoque"). */
public enum IndicatorFocus {
  RESULTS("Resultados"),
  COORDINATION("Coordinación"),
  MANAGEMENT("Gestión"),
  /** All together; in distributions only. */
  TOTAL("Total general"),
  /** Neither printed nor to be deduced. */
  UNKNOWN("No indicado");

  private final String officialLabel;

  IndicatorFocus(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
