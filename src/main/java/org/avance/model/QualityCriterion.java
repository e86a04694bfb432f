package org.avance.model;

/** What an indicator's quality is marked by. */
public enum QualityCriterion {
  ADEQUACY("Adecuación"),
  CLARITY("Claridad"),
  RELEVANCE("Relevancia"),
  MONITORABILITY("Monitoreabilidad"),
  PERTINENCE("Pertinencia");

  private final String officialLabel;

  QualityCriterion(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As the evaluation sheets print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
