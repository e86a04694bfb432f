package org.avance.feed.mapping;

import java.util.Set;
import org.avance.feed.text.Texts;

/**
 * Units that come in whole numbers only. A unit is one of them by its first word ({@code Personas
 * físicas y morales}); areas and amounts are none, and an unknown unit is none either, because a
 * warning that is wrong is soon read by nobody.
 */
public final class CountableUnits {
  private static final Set<String> FIRST_WORDS =
      Set.of(
          "persona",
          "personas",
          "habitante",
          "habitantes",
          "mujer",
          "mujeres",
          "hombre",
          "hombres",
          "nino",
          "ninos",
          "nina",
          "ninas",
          "joven",
          "jovenes",
          "adulto",
          "adultos",
          "hogar",
          "hogares",
          "vivienda",
          "viviendas",
          "familia",
          "familias",
          "alumno",
          "alumnos",
          "alumna",
          "alumnas",
          "estudiante",
          "estudiantes",
          "docente",
          "docentes",
          "beneficiario",
          "beneficiarios",
          "derechohabiente",
          "derechohabientes",
          "trabajador",
          "trabajadores",
          "productor",
          "productores",
          "escuela",
          "escuelas",
          "empresa",
          "empresas",
          "localidad",
          "localidades",
          "municipio",
          "municipios");

  private CountableUnits() {}

  /** Whether a count of the unit is a whole number. */
  public static boolean has(String unit) {
    String key = Texts.key(unit);
    int end = 0;
    while (end < key.length() && Character.isLetter(key.codePointAt(end))) {
      end = key.offsetByCodePoints(end, 1);
    }
    return FIRST_WORDS.contains(key.substring(0, end));
  }
}
