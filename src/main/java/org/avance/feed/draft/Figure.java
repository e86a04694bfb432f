package org.avance.feed.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a column of figures most likely states, by its name. */
record Figure(Profile column, String population, String stage, boolean isMoney, String role) {
  private static final Map<String, Pattern> POPULATIONS = new LinkedHashMap<>();
  private static final Map<String, Pattern> STAGES = new LinkedHashMap<>();
  private static final Map<String, Pattern> ROLES = new LinkedHashMap<>();
  private static final Pattern MONEY =
      Pattern.compile(".*(monto|importe|presupuesto|gasto|pesos|recursos|costo).*");

  static {
    put(POPULATIONS, "target programmed", ".*programad.*");
    put(POPULATIONS, "potential", ".*potencial.*|pp");
    put(POPULATIONS, "target", ".*objetivo.*|po");
    put(POPULATIONS, "served", ".*(atendid|beneficiari|servid).*|pa");
    put(POPULATIONS, "reference", ".*referencia.*");
    put(STAGES, "approved", ".*(aprobad|original).*");
    put(STAGES, "modified", ".*modificad.*");
    put(STAGES, "committed", ".*comprometid.*");
    put(STAGES, "accrued", ".*devengad.*");
    put(STAGES, "exercised", ".*ejercid.*");
    put(STAGES, "paid", ".*pagad.*");
    put(STAGES, "refunded", ".*reintegr.*");
    put(STAGES, "collected", ".*recaudad.*");
    put(ROLES, "baseline", ".*linea base.*|.*valor base.*");
    put(ROLES, "interimTarget", "metas? intermedias?.*");
    put(ROLES, "adjustedTarget", "metas? (ajustada|modificada)s?.*");
    put(ROLES, "target", "metas?( .*)?|.* meta|target");
    put(ROLES, "numerator", "numerador.*");
    put(ROLES, "denominator", "denominador.*");
    put(ROLES, "score", "calificacion.*|puntaje.*|puntuacion.*|score.*|.* cuant");
    put(
        ROLES,
        "value",
        "valor.*|avance.*|realizad.*|resultado.*|logro.*|observad.*|alcanzad.*|indicador.*");
  }

  private static void put(Map<String, Pattern> into, String word, String name) {
    into.put(word, Pattern.compile(name));
  }

  /** Empty texts stand where the name says nothing. */
  static Figure of(Profile column) {
    String key = column.key();
    return new Figure(
        column,
        first(POPULATIONS, key),
        first(STAGES, key),
        MONEY.matcher(key).matches(),
        first(ROLES, key));
  }

  String sex() {
    return Sexes.within(column.key());
  }

  private static String first(Map<String, Pattern> words, String key) {
    return words.entrySet().stream()
        .filter(each -> each.getValue().matcher(key).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
