package org.avance.model;

/** Where a series went between its last two stated years ("tendencia"). */
public enum Trend {
  RISING("Ascendente"),
  STABLE("Estable"),
  FALLING("Descendente"),
  /** Fewer than two years to compare. */
  NO_HISTORY("Sin datos");

  private final String officialLabel;

  Trend(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As agencies print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
