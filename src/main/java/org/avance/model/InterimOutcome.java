package org.avance.model;

/** Whether an intermediate goal was met ("cumplimiento de la meta intermedia"). */
public enum InterimOutcome {
  FAR_EXCEEDED("Logro muy superado"),
  ACHIEVED("Alcanzada"),
  NOT_ACHIEVED("No alcanzada"),
  REGRESSED("Retroceso"),
  NOT_REPORTED("No reportado"),
  NOT_CALCULABLE("No calculable");

  private final String officialLabel;

  InterimOutcome(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
