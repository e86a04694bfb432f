package org.avance.feed.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which word of the language a column most likely holds, by how Spanish headers name it and by what
 * its cells look like. Names are compared by {@link Profile#key}.
 */
final class Glossary {
  static final Pattern CODE = Pattern.compile("[A-Z]\\d{3}");
  static final Pattern RAMO_AND_CODE = Pattern.compile("(\\d{1,2})-[A-Z]\\d{3}");

  /** A year, or a year and its month. */
  static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}(-\\d{2})?");

  private static final String KEY_OF =
      "(clave|cve|id|codigo|cod|num|numero|no)\\.? ?(de |del )?(la |el )?";
  private static final String NAME_OF =
      "(desc|descripcion|nombre|nom|denominacion)\\.? ?(de |del )?(la |el )?";

  /**
   * What a column of a word is like.
   *
   * @param name pattern of its name
   * @param cells what nearly all its cells are
   */
  private record Entry(Pattern name, Predicate<Profile> cells) {
    boolean fits(Profile column) {
      return name.matcher(column.key()).matches() && cells.test(column);
    }
  }

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  static {
    add(
        "programme",
        KEY_OF + "(pp|programa.*)|modalidad pp|pp|programa( \\(?pp\\)?)?|programa presupuestario",
        Glossary::isCode);
    add("agency", KEY_OF + "ramo|ramo", column -> column.longest() <= 4);
    add("agencyName", NAME_OF + "ramo|ramo|dependencia|institucion|agencia", Glossary::isText);
    add(
        "programmeName",
        NAME_OF + "(pp|programa.*)|programa( presupuestario)?|pp",
        Glossary::isText);
    add("year", "ano|anio|ciclo|ejercicio( fiscal)?|year|periodo|ano fiscal", Glossary::isYear);
    add(
        "quarter",
        "trimestre|" + KEY_OF + "trimestre",
        c -> c.mostly(0.9, t -> t.matches("[1-4]")));
    add(
        "geography",
        "(" + KEY_OF + ")?(" + NAME_OF + ")?(entidad( federativa)?|estado|ent|nom ent)",
        Glossary::isPlace);
    add("sex", "sexo|genero", c -> c.mostly(0.9, text -> Sexes.of(text).isPresent()));
    add("unit", "unidad( de medida)?|u ?m", Glossary::isText);
    add("indicator", "(" + KEY_OF + ")(indicador|indicator)|indicator id", c -> c.longest() <= 200);
    add("indicatorName", "(" + NAME_OF + ")?(indicador|indicator)( name)?", Glossary::isText);
    add("level", "nivel( de la mir| del indicador)?|tipo de nivel", Glossary::isText);
    add(
        "direction",
        "sentido.*|comportamiento.*|tendencia esperada",
        c -> c.mostly(0.6, text -> Directions.of(text).isPresent()));
    add("lightClass", "semaforo.*", Glossary::isText);
    add("reportingUnit", "unidad (responsable|ejecutora|administrativa)|ur", Glossary::isText);
    add("frequency", "frecuencia.*|periodicidad.*", Glossary::isText);
    add("objective", "objetivo|" + NAME_OF + "objetivo", Glossary::isText);
    add("definition", "definicion.*", Glossary::isText);
    add("populationType", "tipo( de poblacion)?", Glossary::isText);
    add("source", "fuentes?( de informacion)?", Glossary::isText);
    add("note", "(comentarios?|observacion(es)?|notas?).*", Glossary::isText);
  }

  private Glossary() {}

  private static void add(String word, String name, Predicate<Profile> cells) {
    ENTRIES.put(word, new Entry(Pattern.compile(name), cells));
  }

  /** The word that a column is; the first that fits by name and cells. */
  static Optional<String> word(Profile column) {
    return ENTRIES.entrySet().stream()
        .filter(each -> column.filled() > 0 && each.getValue().fits(column))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Keys, ordinals, parts of dates: numbers that are no figures. */
  static boolean namesNoFigure(Profile column) {
    return column
        .key()
        .matches(
            "("
                + KEY_OF
                + ").+|id|no\\.?|num|clave|folio|ano|anio|mes|dia|ciclo|ejercicio|year|periodo|trimestre|ramo|(ano|mes|dia) .*|.* id");
  }

  /** Codes of programmes, or ramo and programme in one. */
  static boolean isCode(Profile column) {
    return column.mostly(
        0.8, text -> CODE.matcher(text).matches() || RAMO_AND_CODE.matcher(text).lookingAt());
  }

  private static boolean isText(Profile column) {
    return !column.mostly(0.5, text -> text.matches("[\\d.,]+"));
  }

  private static boolean isYear(Profile column) {
    return column.mostly(0.9, text -> YEAR.matcher(text).matches());
  }

  private static boolean isPlace(Profile column) {
    return column.mostly(0.6, text -> Places.code(text).isPresent() || Places.isStateNumber(text));
  }
}
