package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a made-up sheet says, known before it is printed. An empty text or "ND" is what it prints
 * instead of a label.
 *
 * @param years that the heading of the distribution names
 * @param matrix counts by row (results, coordination, management) and class, without totals
 */
record RandomSheet(
    String title, List<Integer> years, List<Objective> objectives, int[][] matrix, Prose prose) {
  static final List<String> CLASSES =
      List.of(
          "Superado", "Avanzado", "Adecuado", "Insuficiente", "Rezagado", "Muy rezagado", "NR*");

  static final List<String> FOCI = List.of("Resultados", "Coordinación", "Gestión");
  static final List<String> CRITERIA =
      List.of("Adecuación", "Claridad", "Relevancia", "Monitoreabilidad", "Pertinencia");

  private static final int LOST_ONE_IN = 12;
  private static final List<String> DIRECTIONS = List.of("Ascendente", "Descendente", "Constante");
  private static final List<String> QUALITIES =
      List.of("Destacado", "Adecuado", "Moderado", "Oportunidad de mejora");
  private static final List<String> INTERIM =
      List.of("Retroceso", "No alcanzada", "Alcanzada", "Logro muy superado", "Largo muy superado");

  private static final List<String> MEASURES =
      List.of("Porcentaje de", "Tasa de variación de", "Razón de", "Número de", "Índice de");
  private static final List<String> THINGS =
      List.of(
          "hogares con agua",
          "escuelas con biblioteca",
          "caminos rurales conservados",
          "viviendas con piso firme",
          "productores con crédito",
          "trámites en línea",
          "inspecciones concluidas",
          "becas otorgadas",
          "talleres para jóvenes",
          "pozos medidos");
  private static final List<String> WHERE =
      List.of(
          "en zonas costeras",
          "del altiplano",
          "con menos de 5 años",
          "por entidad (PRUEBA)",
          "y municipios",
          "a 30 días o más");

  /**
   * @param text with its number in front
   * @param narrative empty where none is printed
   */
  record Objective(int number, String text, List<Indicator> indicators, String narrative) {}

  /**
   * @param marks true for each criterion that is met; empty where none is printed
   */
  record Indicator(
      String number,
      String name,
      String role,
      String direction,
      String quality,
      String interim,
      String progress,
      List<Boolean> marks) {}

  /** Texts; each empty where the section is left out. */
  record Prose(String focus, String below, String conclusions, String footnote) {}

  static RandomSheet of(Random random) {
    int[][] matrix = new int[FOCI.size()][CLASSES.size()];
    List<Objective> objectives = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int number = 1; number <= count; number++) {
      objectives.add(objective(number, random, matrix));
    }
    int year = 2015 + random.nextInt(10);
    return new RandomSheet(
        "Programa Institucional del Instituto de Ensayos " + random.nextInt(100) + " y Ferias",
        random.nextBoolean() ? List.of(year) : List.of(year - 1, year),
        objectives,
        matrix,
        prose(random));
  }

  private static Prose prose(Random random) {
    return new Prose(
        maybe(
            random,
            "Este programa se revisó con las cédulas que el instituto entregó. Una de ellas llegó"
                + " tarde."),
        maybe(
            random,
            "Los renglones del cuadro se contaron a partir de las cédulas de cada indicador."),
        maybe(
            random,
            "Conviene revisar las fuentes de los indicadores antes de la siguiente edición del"
                + " programa."),
        maybe(random, "Estos indicadores se miden con otra frecuencia."));
  }

  private static Objective objective(int number, Random random, int[][] matrix) {
    List<String> things = new ArrayList<>(THINGS);
    Collections.shuffle(things, random);
    boolean marked = random.nextBoolean();
    List<Indicator> indicators = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      indicators.add(indicator(number + "." + (i + 1), things.get(i), marked, random, matrix));
    }
    String text =
        number
            + ". Mejorar el servicio de "
            + things.get(6)
            + " para quienes viven "
            + pick(WHERE, random);
    return new Objective(
        number,
        text,
        indicators,
        random.nextInt(3) > 0
            ? ""
            : "En el objetivo "
                + number
                + " se registró el trabajo de todo el año. Falta medir una parte de las zonas.");
  }

  private static Indicator indicator(
      String number, String thing, boolean marked, Random random, int[][] matrix) {
    String direction = pick(DIRECTIONS, random);
    int progress =
        direction.equals("Constante") ? CLASSES.size() - 1 : random.nextInt(CLASSES.size() - 1);
    String label = progress == CLASSES.size() - 1 ? "Sentido constante" : CLASSES.get(progress);
    String printed = lost(label, random);
    int counted = printed.equals(label) ? progress : CLASSES.size() - 1;
    matrix[random.nextInt(FOCI.size())][counted]++;
    List<Boolean> marks = new ArrayList<>();
    for (int i = 0; marked && i < CRITERIA.size(); i++) {
      marks.add(random.nextInt(3) > 0);
    }
    String goal = random.nextBoolean() ? "Meta para el Bienestar" : "Metas para el bienestar";
    return new Indicator(
        number,
        pick(MEASURES, random) + " " + thing + " " + pick(WHERE, random),
        lost(number.endsWith(".1") ? goal : "Parámetro", random),
        lost(direction, random),
        lost(pick(QUALITIES, random), random),
        lost(pick(INTERIM, random), random),
        printed,
        marks);
  }

  private static String lost(String label, Random random) {
    int dice = random.nextInt(2 * LOST_ONE_IN);
    return dice == 0 ? "" : dice == 1 ? "ND" : label;
  }

  private static String maybe(Random random, String text) {
    return random.nextInt(4) > 0 ? text : "";
  }

  static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  /** All indicators. */
  int count() {
    return objectives.stream().mapToInt(each -> each.indicators().size()).sum();
  }
}
