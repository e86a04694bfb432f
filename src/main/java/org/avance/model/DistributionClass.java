package org.avance.model;

/** The columns of a sheet's distribution of indicators by six-year progress. */
public enum DistributionClass {
  EXCEEDED("Superado"),
  ADVANCED("Avanzado"),
  ADEQUATE("Adecuado"),
  INSUFFICIENT("Insuficiente"),
  LAGGING("Rezagado"),
  FAR_LAGGING("Muy rezagado"),
  /** Not reported or of constant direction: the footnote of the sheet says which. */
  NOT_RATED("NR"),
  TOTAL("Total general");

  private final String officialLabel;

  DistributionClass(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** The column that an indicator of this class is counted in. */
  public static DistributionClass of(ProgressClass progress) {
    return switch (progress) {
      case EXCEEDED -> EXCEEDED;
      case ADVANCED -> ADVANCED;
      case ADEQUATE -> ADEQUATE;
      case INSUFFICIENT -> INSUFFICIENT;
      case LAGGING -> LAGGING;
      case FAR_LAGGING -> FAR_LAGGING;
      case CONSTANT_DIRECTION, NOT_REPORTED, NOT_CALCULABLE -> NOT_RATED;
    };
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
