package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;

/** The sections of a made-up sheet that are lists. */
final class Lists {
  static final String CONTACT = "Datos de Contacto";

  private Lists() {}

  static List<Part> of(Draw draw, int year) {
    List<Part> parts = new ArrayList<>();
    parts.add(swot(draw, "Fortalezas y/o Oportunidades", "F", "O"));
    parts.add(swot(draw, "Debilidades y/o Amenazas", "D", "A"));
    parts.add(numbered(draw, "Recomendaciones", "RECOMMENDATION "));
    parts.add(commitments(draw));
    parts.add(latest(draw, year + 1));
    parts.add(
        numbered(
            draw,
            "Avances del programa en el ejercicio fiscal actual (" + (year + 1) + ")",
            "CURRENT_YEAR_ADVANCE " + (year + 1)));
    parts.add(contact());
    return parts;
  }

  private static Part swot(Draw draw, String heading, String first, String second) {
    Part part = new Part(heading);
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String item : draw.some(Prose.ITEMS, draw.from(1, 5))) {
      String letter = draw.any(first, second);
      number++;
      text.append(number == 1 ? "" : " ").append(number).append(draw.any(".(", ". ("));
      text.append(letter).append(") ").append(item);
      part.said(kind(letter) + "  " + number, item);
    }
    return part.block(text.toString());
  }

  private static String kind(String letter) {
    return switch (letter) {
      case "F" -> "STRENGTH";
      case "O" -> "OPPORTUNITY";
      case "D" -> "WEAKNESS";
      default -> "THREAT";
    };
  }

  private static Part numbered(Draw draw, String heading, String kind) {
    Part part = new Part(heading);
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String item : draw.some(Prose.ITEMS, draw.from(1, 4))) {
      number++;
      text.append(number == 1 ? "" : " ").append(number).append(draw.any(".", ". ")).append(item);
      part.said(kind + " " + number, item);
    }
    return part.block(text.toString());
  }

  private static Part commitments(Draw draw) {
    Part part = new Part("Avances en las acciones de mejora comprometidas en años anteriores");
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String item : draw.some(Prose.ITEMS, draw.from(1, 4))) {
      String name = "IMPROVEMENT_COMMITMENT años anteriores " + ++number;
      String bare = item.replaceFirst("[.]$", "");
      String done = draw.oneIn(6) ? "ND" : String.valueOf(draw.from(0, 100));
      text.append(number == 1 ? "" : " ").append(number).append(draw.any(".", ". ")).append(bare);
      text.append(" (avance de ")
          .append(done)
          .append(done.equals("ND") ? ")" : draw.any("%)", " %)"));
      text.append(draw.any("", "."));
      part.field(name, bare).field(name + " figure", done.equals("ND") ? "NOT_AVAILABLE ND" : done);
    }
    return part.block(text.toString());
  }

  private static Part latest(Draw draw, int year) {
    String heading = "Aspectos comprometidos en " + year;
    if (draw.oneIn(2)) {
      return numbered(draw, heading, "IMPROVEMENT_COMMITMENT " + year);
    }
    String none =
        draw.any(
            "El programa no comprometió Aspectos de Mejora en el " + year,
            "El programa no cuenta con aspectos susceptibles de mejora para " + year + ".",
            "No se comprometieron acciones en este ciclo.");
    return new Part(heading).block(none).said("NO_COMMITMENT " + year + " 1", none);
  }

  private static Part contact() {
    Part part = new Part(CONTACT).block("");
    part.block("Datos de Unidad Administrativa").block("(Responsable del programa o acción)");
    part.block("Nombre: Zutana Inventada Ejemplo").block("Teléfono: 5599999999 Ext. 99999");
    part.block("Email: zutana.inventada@example.org").block("");
    part.block("Datos de Unidad de Evaluación")
        .block("(Responsable de la elaboración de la Ficha)");
    part.block("Nombre: Perengano Inventado Ejemplo").block("Director de").block("Resultados");
    return part.block("perengano@example.org 5599999998").block("");
  }
}
