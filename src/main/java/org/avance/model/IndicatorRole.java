package org.avance.model;

/** What an indicator is in its plan ("tipo"). */
public enum IndicatorRole {
  WELLBEING_TARGET("Meta para el bienestar"),
  PARAMETER("Parámetro"),
  /** The sheet does not say, or not of which indicator it says it. */
  UNKNOWN("No indicado");

  private final String officialLabel;

  IndicatorRole(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
