package org.avance.feed.sheet.monitoring;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headings of a monitoring sheet, as printed and by the pattern that knows them again. */
enum Heading {
  DESCRIPTION("Descripción del Programa", "descripcion del programa"),
  RESULTS(
      "Resultados", "resultados|\\W*cuales son los resultados del programa( y como los mide)?\\W*"),
  TARGET_DEFINITION(
      "Definición de Población Objetivo", "definicion de( la)? poblacion objetivo( \\(po\\))?"),
  COVERAGE("Cobertura", "cobertura"),
  QUANTIFICATION(
      "Cuantificación de Poblaciones", "cuantificacion de( las)? poblaciones( valor \\d{4})?"),
  COVERAGE_EVOLUTION("Evolución de la Cobertura", "evolucion de la cobertura"),
  COVERAGE_ANALYSIS("Análisis de la Cobertura", "analisis de la cobertura"),
  SECTOR_ANALYSIS("Análisis del Sector", "analisis del sector"),
  SECTOR_INDICATOR("Indicador Sectorial", "indicador sectorial"),
  BUDGET("Presupuesto Ejercido", "presupuesto ejercido"),
  /** A labelled line; what follows it are the budget's footnotes. */
  START_YEAR(
      "Año de inicio del programa",
      "ano de inicio( de operaciones)?( del programa)?( ?: ?(\\d{4}|nd|na|nr))?"),
  STRENGTHS("Fortalezas y/o Oportunidades", "fortalezas( y/o| y| e| /)? oportunidades"),
  WEAKNESSES("Debilidades y/o Amenazas", "debilidades( y/o| y| o| /)? amenazas"),
  RECOMMENDATIONS("Recomendaciones", "recomendaciones"),
  ACTIONS(
      "Acciones que el programa realiza para mejorar derivado de las evaluaciones",
      "acciones que el programa realiza para mejorar( derivad[oa]s? de las evaluaciones)?"),
  COMMITMENTS(
      "Avances en las acciones de mejora comprometidas en años anteriores",
      "avances en las acciones de mejora comprometidas en anos anteriores"),
  NEW_COMMITMENTS("Aspectos comprometidos", "aspectos comprometidos en( el)? \\d{4}"),
  CURRENT_YEAR(
      "Avances del programa en el ejercicio fiscal actual",
      "avances del programa en el ejercicio fiscal actual( \\(\\d{4}\\))?"),
  /** Names, telephones and addresses of persons: nothing under it is read. */
  CONTACT(
      "Datos de Contacto",
      "datos del? contacto( \\w{2,12})?|contactos?"
          + "|datos de( la)? unidad (administrativa|de evaluacion)( .{1,60})?");

  /** The most lines that a heading is broken over. */
  static final int MOST_LINES = 5;

  private static final Pattern MARKS = Pattern.compile("[\\s*:.]+$|^[\\s*]+");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

  private final String title;
  private final Pattern pattern;

  Heading(String title, String pattern) {
    this.title = title;
    this.pattern = Pattern.compile(pattern);
  }

  /** As printed in the seed documents of the family; what findings bear as their subject. */
  String title() {
    return title;
  }

  /** One that a word within a sentence, alone on its line, could be taken for. */
  boolean isOneWord() {
    return title.indexOf(' ') < 0;
  }

  /** The heading that a text without case and accents is, marks at its ends aside. */
  static Optional<Heading> of(String key) {
    String bare = MARKS.matcher(key).replaceAll("");
    return Arrays.stream(values())
        .filter(heading -> heading.pattern.matcher(bare).matches())
        .findFirst();
  }

  /** The year that a heading names; 0 for none. */
  static int year(String printed) {
    Matcher year = YEAR.matcher(printed);
    return year.find() ? Integer.parseInt(year.group()) : 0;
  }
}
