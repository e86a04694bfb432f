package org.avance.feed.sheet.monitoring;

import java.util.regex.Pattern;

/**
 * The labels of the coverage rows, and the pattern, of a text without case and accents, that knows
 * each of them: also broken over lines. In the order in which they are tried, for the ratio begins
 * like a population.
 */
enum CoverageLabel {
  STATES("Entidades atendidas", "entidades( federativas)? atendidas"),
  MUNICIPALITIES("Municipios atendidos", "municipios atendidos"),
  LOCALITIES("Localidades atendidas", "localidades( atendidas)?"),
  MEN("Hombres atendidos", "hombres atendidos"),
  WOMEN("Mujeres atendidas", "mujeres atendidas"),
  RATIO(
      "Población Atendida/ Población Objetivo",
      "poblacion atendida( ?\\(pa\\))? ?/( ?poblacion objetivo( ?\\(po\\))?)?|pa ?/ ?po"),
  POTENTIAL("Población Potencial (PP)", "poblacion potencial( ?\\(pp\\))?"),
  TARGET("Población Objetivo (PO)", "poblacion objetivo( ?\\(po\\))?"),
  SERVED("Población Atendida (PA)", "poblacion atendida( ?\\(pa\\))?"),
  UNIT("Unidad de Medida", "unidad de medida"),
  /** Second line of the unit's label, "Unidad de Medida PA", which often stands alone. */
  UNIT_PA("PA", "pa"),
  YEAR("Valor", "valor (?=(19|20)\\d\\d(?!\\d))");

  private final String title;
  private final Pattern pattern;

  CoverageLabel(String title, String pattern) {
    this.title = title;
    this.pattern =
        Pattern.compile("(?:" + pattern.replace(" ?", "\\s*").replace(" ", "\\s+") + ")");
  }

  /** As printed; what facts bear as their column. */
  String title() {
    return title;
  }

  Pattern pattern() {
    return pattern;
  }
}
