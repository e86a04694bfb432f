package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up programme in a year, and what its sheet prints of it.
 *
 * @param parts the sections, in the usual order
 */
record Model(String code, int year, List<Part> parts) {
  private static final String[] UNITS = {
    "Personas", "Hogares", "Derechohabientes", "Niños y niñas", "Hectáreas de riego"
  };

  static Model of(Draw draw) {
    int year = draw.from(2012, 2023);
    String code =
        draw.any("E", "S", "U", "P") + String.format(Locale.ROOT, "%03d", draw.from(1, 330));
    Model model = new Model(code, year, new ArrayList<>());
    model.parts.add(model.description(draw));
    model.parts.add(model.results(draw));
    model.parts.add(model.populations(draw));
    model.parts.add(model.analysis(draw));
    model.parts.add(model.sector(draw));
    model.parts.add(model.sectorIndicator(draw));
    model.parts.add(model.budget(draw));
    model.parts.addAll(Lists.of(draw, year));
    return model;
  }

  Part populations() {
    return parts.get(2);
  }

  Part analysis() {
    return parts.get(3);
  }

  private Part description(Draw draw) {
    List<String> goods = draw.some(Prose.GOODS, draw.from(2, 5));
    String count = List.of("dos", "tres", "cuatro", "cinco").get(goods.size() - 2);
    String list =
        switch (draw.from(0, 2)) {
          case 0 -> String.join("; ", goods).replaceFirst("; ([^;]*)$", "; y $1");
          case 1 -> lettered(goods);
          default -> String.join(", ", goods).replaceFirst(", ([^,]*)$", " y $1");
        };
    String text =
        draw.any(Prose.SENTENCES.get(0), Prose.SENTENCES.get(5))
            + " Lo hace a partir de la entrega de "
            + count
            + " componentes: "
            + list
            + ".";
    Part part = new Part("Descripción del Programa").block(text);
    part.said("NARRATIVE Descripción del Programa 1", text);
    for (int i = 0; i < goods.size(); i++) {
      part.said("COMPONENT  " + (i + 1), goods.get(i));
    }
    return part;
  }

  private static String lettered(List<String> goods) {
    List<String> lettered = new ArrayList<>();
    for (String good : goods) {
      lettered.add((char) ('a' + lettered.size()) + ") " + good);
    }
    return String.join("; ", lettered);
  }

  private Part results(Draw draw) {
    int goal = draw.from(20, 90_000);
    int reached = goal * draw.from(50, 170) / 100;
    Share share = share(draw, reached, goal, draw.from(0, 2));
    String percent = share.printed();
    String unit = draw.any("personas", "servicios por cada 1000 habitantes", "hogares con apoyo");
    String name = draw.any(Prose.INDICATORS.toArray(new String[0]));
    boolean unsaid = draw.oneIn(6);
    String purpose =
        unsaid
            ? "A nivel de Propósito el desempeño fue favorable durante el ejercicio."
            : purpose(draw, grouped(reached), grouped(goal), unit, percent);
    String text =
        draw.any(Prose.SENTENCES.get(1), Prose.SENTENCES.get(3))
            + " "
            + purpose
            + " De acuerdo con la EDS2016 conviene revisarlo. (EDS16, ECR"
            + year % 100
            + ", MIR15)";
    Part part =
        new Part("Resultados").block("¿Cuáles son los resultados del programa y cómo los mide?");
    part.block(text).block("").block(name).block("");
    part.said("NARRATIVE Resultados 1", text).field("Propósito name", name);
    part.field("Propósito figure", unsaid ? "BLANK" : String.valueOf(reached));
    part.field("Propósito target", unsaid ? "BLANK" : String.valueOf(goal));
    part.doubt(!unsaid && share.wrong(), "RATIO_MISMATCH Propósito");
    part.doubt(unsaid, "STATEMENT_UNREAD Resultados");
    part.field("Propósito unit", unsaid ? "" : unit);
    part.field("Propósito status", unsaid ? "" : percent);
    part.said("EVALUATION_CITED EDS16 1", "EDS 2016").said("EVALUATION_CITED MIR15 1", "MIR 2015");
    return part.said("EVALUATION_CITED ECR" + year % 100 + " 1", "ECR " + year);
  }

  private String purpose(Draw draw, String reached, String goal, String unit, String percent) {
    return switch (draw.from(0, 2)) {
      case 0 ->
          "A nivel de Propósito, el indicador en %d obtuvo un avance de %s respecto a su meta al alcanzar %s %s, de los %s esperados."
              .formatted(year, percent, reached, unit, goal);
      case 1 ->
          "El indicador de Propósito tuvo un cumplimiento de %s: alcanzó %s %s de las %s programadas."
              .formatted(percent, reached, unit, goal);
      default ->
          "En el Propósito se reportó %s %s, frente a una meta de %s, con un avance de %s."
              .formatted(reached, unit, goal, percent);
    };
  }

  private Part populations(Draw draw) {
    int potential = draw.from(1_000, 40_000_000);
    int target = potential / draw.from(1, 30) + 1;
    int served = (int) ((long) target * draw.from(40, 130) / 100);
    boolean undefinable = draw.oneIn(3);
    String definition =
        undefinable
            ? "No es posible definir con exactitud a la población objetivo porque cambia cada mes."
            : "Personas de las zonas rurales que cumplen con los requisitos de la convocatoria.";
    String unit = draw.oneIn(8) ? "" : draw.any(UNITS);
    Part part = new Part("Cobertura").block("Definición de Población Objetivo:").block(definition);
    part.said("NARRATIVE Definición de Población Objetivo 1", definition);
    if (undefinable) {
      part.said("CAVEAT NOT_DEFINABLE 1", definition);
    }
    part.block("").block("Cobertura\t");
    places(part, draw);
    part.block("Cuantificación de Poblaciones\t");
    part.block("Unidad de Medida\t" + unit).block("PA\t").block("Valor " + year + "\t");
    String pp = printed(draw, potential);
    String po = printed(draw, target);
    String pa = printed(draw, served);
    boolean both = isFigure(po) && isFigure(pa);
    Share share = both ? share(draw, served, target, 2) : new Share(draw.any("ND", ""), false);
    String ratio = share.printed();
    part.block("Población Potencial (PP)\t" + pp).block("Población Objetivo (PO)\t" + po);
    part.block("Población Atendida (PA)\t" + pa);
    part.block("Población Atendida/ Población Objetivo\t" + ratio);
    counted(part, "POTENTIAL TOTAL", pp, unit);
    counted(part, "TARGET TOTAL", po, unit).field("TARGET TOTAL definition", definition);
    counted(part, "SERVED TOTAL", pa, unit).field("SERVED TOTAL ratio", ratio);
    part.doubt(share.wrong(), "RATIO_MISMATCH Población Atendida/ Población Objetivo");
    if (undefinable && isFigure(po)) {
      part.field("TARGET TOTAL caveats", "[NOT_DEFINABLE]");
    }
    counted(part, "SERVED MEN", part.fields().remove("men"), unit);
    counted(part, "SERVED WOMEN", part.fields().remove("women"), unit);
    return part;
  }

  private static void places(Part part, Draw draw) {
    String states = printed(draw, draw.from(1, 32));
    String towns = printed(draw, draw.from(40, 2_400));
    String villages = printed(draw, draw.from(2_500, 90_000));
    String men = printed(draw, draw.from(0, 90_000));
    String women = printed(draw, draw.from(0, 90_000));
    part.block("Entidades atendidas\t" + states).block("Municipios atendidos\t" + towns);
    part.block(draw.any("Localidades", "Localidades atendidas") + "\t" + villages);
    part.block("Hombres atendidos\t" + men).block("Mujeres atendidas\t" + women);
    counted(part, "Entidades atendidas", states, "Entidades federativas");
    counted(part, "Municipios atendidos", towns, "Municipios");
    counted(part, "Localidades atendidas", villages, "Localidades");
    part.field("men", men).field("women", women);
  }

  private Part analysis(Draw draw) {
    boolean twice = draw.oneIn(2);
    String last =
        twice
            ? "Para obtener la PA se suman los padrones, aunque una misma persona pudo recibir dos apoyos."
            : "El padrón se revisa para evitar duplicidades entre oficinas.";
    String text = Prose.SENTENCES.get(6) + " " + last;
    Part part = new Part("Análisis de la Cobertura").block(text);
    part.said("NARRATIVE Análisis de la Cobertura 1", text);
    if (twice) {
      part.said("CAVEAT DOUBLE_COUNTING 1", last);
      Map<String, String> populations = populations().fields();
      if (isFigure(populations.get("SERVED TOTAL"))) {
        populations.put("SERVED TOTAL caveats", "[DOUBLE_COUNTING]");
      }
    }
    return part;
  }

  private Part sector(Draw draw) {
    String key = code.substring(0, 1);
    String number = code.substring(1);
    String named =
        draw.any(
            "Programa " + key + "-" + number,
            "Pp " + key + number,
            "programa con clave 51-" + key + number,
            "programa presupuestario " + key + " " + number);
    String text =
        "El programa contribuye a una meta del sector; la aportación del "
            + named
            + " es indirecta. Otra modalidad, la S174, atiende a niños pequeños.";
    return new Part("Análisis del Sector")
        .block(text)
        .said("NARRATIVE Análisis del Sector 1", text);
  }

  private Part sectorIndicator(Draw draw) {
    String name =
        draw.any("Número de viviendas con piso firme", "Tasa de empleo formal por región");
    Part part = new Part("Indicador Sectorial").block(name).block("");
    part.field("Sectorial name", name).field("Sectorial figure", "BLANK");
    part.field("Sectorial target", "BLANK").field("Sectorial unit", "");
    return part.field("Sectorial status", "");
  }

  private Part budget(Draw draw) {
    Part part = new Part("Presupuesto Ejercido *");
    part.block(
        "Año\tPresupuesto del Programa (MDP) (1)\tPresupuesto del Ramo (MDP) (2)\t% = (1)/(2)");
    int base = draw.any(2010, 2012, 2018);
    for (int each = year - draw.from(1, 4); each <= year; each++) {
      row(part, draw, each, String.valueOf(base));
    }
    String start = String.valueOf(draw.from(1994, 2016));
    part.block("").block("Año de inicio del programa: " + start);
    part.said("NARRATIVE Año de inicio del programa 1", start);
    String note =
        "* Valores a precios constantes promedio de "
            + base
            + ", con el Índice Nacional de Precios al Consumidor (INPC) MDP: Millones de Pesos.";
    part.block("").block(note).block("");
    return part.said("FOOTNOTE  1", note);
  }

  private void row(Part part, Draw draw, int each, String base) {
    BigDecimal own = BigDecimal.valueOf(draw.from(100, 900_000), 2);
    BigDecimal all = BigDecimal.valueOf(draw.from(20_000_000, 90_000_000), 2);
    boolean lost = draw.oneIn(7);
    String printed = lost ? "ND" : decimals(own);
    String share =
        lost
            ? "ND"
            : rate(own.multiply(BigDecimal.valueOf(100)).divide(all, 4, RoundingMode.HALF_UP), 2);
    part.block(each + "\t" + printed + "\t" + decimals(all) + "\t" + share);
    BigDecimal million = BigDecimal.valueOf(1_000_000);
    String pesos = own.multiply(million).stripTrailingZeros().toPlainString();
    part.field("programme spent " + each, lost ? "NOT_AVAILABLE ND" : pesos);
    part.field("ramo spent " + each, all.multiply(million).stripTrailingZeros().toPlainString());
    for (String whose : List.of("programme", "ramo")) {
      part.field(whose + " prices " + each, base).field(whose + " share " + each, share);
    }
  }

  /** A printed percentage, and whether it is that of its figures. */
  private record Share(String printed, boolean wrong) {}

  /** Rounded or cut, sometimes wrong. */
  private static Share share(Draw draw, int of, int whole, int decimals) {
    BigDecimal exact =
        BigDecimal.valueOf(of)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 8, RoundingMode.HALF_UP);
    boolean wrong = draw.oneIn(6);
    BigDecimal printed =
        exact
            .setScale(decimals, draw.any(RoundingMode.HALF_UP, RoundingMode.DOWN))
            .add(BigDecimal.valueOf(wrong ? 3 : 0, decimals));
    return new Share(printed.toPlainString() + draw.any("%", " %"), wrong);
  }

  private static String rate(BigDecimal exact, int decimals) {
    return exact.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  private static Part counted(Part part, String name, String printed, String unit) {
    String figure = printed.equals("ND") ? "NOT_AVAILABLE ND" : printed.replace(",", "");
    part.field(name, figure.isEmpty() ? "BLANK" : figure).field(name + " unit", unit);
    return part.field(name + " caveats", "[]")
        .field(name + " ratio", "")
        .field(name + " definition", "");
  }

  private static boolean isFigure(String printed) {
    return !printed.isEmpty() && Character.isDigit(printed.charAt(0));
  }

  private static String printed(Draw draw, int figure) {
    return draw.oneIn(6) ? draw.any("ND", "") : grouped(figure);
  }

  private static String grouped(int figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }

  private static String decimals(BigDecimal figure) {
    return String.format(Locale.ROOT, "%,.2f", figure);
  }
}
