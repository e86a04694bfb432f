package org.avance.model;

/** How well an indicator is made ("calidad"), best first. */
public enum IndicatorQuality {
  OUTSTANDING("Destacado"),
  ADEQUATE("Adecuado"),
  MODERATE("Moderado"),
  NEEDS_IMPROVEMENT("Oportunidad de mejora"),
  /** The sheet does not say, or not of which indicator it says it. */
  UNKNOWN("No indicado");

  private final String officialLabel;

  IndicatorQuality(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
