package org.avance.model;

/** Progress towards a six-year target ("avance de la meta sexenal"). */
public enum ProgressClass {
  EXCEEDED("Superado"),
  ADVANCED("Avanzado"),
  ADEQUATE("Adecuado"),
  INSUFFICIENT("Insuficiente"),
  LAGGING("Rezagado"),
  FAR_LAGGING("Muy rezagado"),
  CONSTANT_DIRECTION("Sentido constante"),
  NOT_REPORTED("No reportado"),
  NOT_CALCULABLE("No calculable");

  private final String officialLabel;

  ProgressClass(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
