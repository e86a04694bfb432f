package org.avance.model;

/** What kind of statement a finding is. */
public enum FindingKind {
  STRENGTH("Fortaleza"),
  OPPORTUNITY("Oportunidad"),
  WEAKNESS("Debilidad"),
  THREAT("Amenaza"),
  RECOMMENDATION("Recomendación"),
  /** An aspect that the programme has committed to improve; its figure is the percentage done. */
  IMPROVEMENT_COMMITMENT("Aspecto comprometido"),
  /** The sheet says that nothing was committed: an explicit none, not a gap. */
  NO_COMMITMENT("Sin aspectos comprometidos"),
  /** A change within the fiscal year that runs. */
  CURRENT_YEAR_ADVANCE("Avance en el ejercicio actual"),
  /** An evaluation or document that the sheet rests on; its code is the subject. */
  EVALUATION_CITED("Evaluación citada"),
  /** A good or service that the programme delivers. */
  COMPONENT("Componente"),
  /** What the sheet says of its subject in prose; the section is the subject. */
  NARRATIVE("Texto"),
  CONCLUSION("Conclusión"),
  /** What the sheet itself says against its figures. */
  CAVEAT("Advertencia"),
  FOOTNOTE("Nota al pie");

  private final String officialLabel;

  FindingKind(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  public String officialLabel() {
    return officialLabel;
  }
}
