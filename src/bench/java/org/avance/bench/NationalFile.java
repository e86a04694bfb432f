package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.avance.bench.Draw.About;

/**
 * A file as wide as that of the national indicators: 19 columns say what the indicator is and 20
 * columns for each month what became of it, of which the descriptor takes goal and result. A month
 * in which the indicator is not measured is blank.
 */
record NationalFile(long records, Draw draw) {
  static final List<String> MONTHS =
      List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic");
  private static final int YEARS = 10;
  private static final List<String> FIGURES = List.of("meta", "avance", "numerador", "denominador");
  private static final List<String> TEXTS =
      List.of(
          "meta_ajustada",
          "numerador_ajustado",
          "denominador_ajustado",
          "meta_original",
          "porcentaje",
          "semaforo",
          "causa",
          "efecto",
          "otros_motivos",
          "justificacion",
          "fecha_captura",
          "usuario",
          "estatus",
          "tipo_ajuste",
          "observaciones",
          "revision");
  private static final String IDENTITY =
      "id_ramo,ramo,id_programa,programa,ciclo,id_indicador,indicador,definicion,metodo,nivel,tipo,"
          + "dimension,frecuencia,unidad,sentido,linea_base,anio_linea_base,medio,supuesto";
  private static final String DEFINITION =
      "Mide lo que el programa logra en el periodo con respecto a lo que programó para la población que atiende";

  /** Writes the file and answers how many of its records are good. */
  long write(Path file) throws IOException {
    long good = 0;
    try (Lines lines = new Lines(file, Lines.Form.PLAIN)) {
      writeHeader(lines);
      for (long record = 0; record < records; record++) {
        boolean bad = draw.oneIn(100, About.FATE, record);
        write(lines, record, bad);
        good += bad ? 0 : 1;
      }
    }
    return good;
  }

  private static void writeHeader(Lines lines) throws IOException {
    lines.cell(IDENTITY);
    for (String month : MONTHS) {
      FIGURES.forEach(figure -> lines.cell(figure + '_' + month));
      TEXTS.forEach(text -> lines.cell(text + '_' + month));
    }
    lines.end();
  }

  private void write(Lines lines, long record, boolean bad) throws IOException {
    long indicator = record / YEARS;
    boolean unreadable = bad && draw.oneIn(2, About.FAULT, record);
    writeIdentity(lines, record, !bad || unreadable);
    int every = List.of(1, 3, 12).get(draw.below(3, About.FREQUENCY, indicator));
    for (int month = 1; month <= MONTHS.size(); month++) {
      if (month % every == 0) {
        writeMonth(lines, record * MONTHS.size() + month, unreadable && month == 12);
      } else {
        for (int i = 0; i < FIGURES.size() + TEXTS.size(); i++) {
          lines.cell("");
        }
      }
    }
    lines.end();
  }

  private void writeIdentity(Lines lines, long record, boolean withProgramme) {
    long indicator = record / YEARS;
    new ProgrammeOfFile(indicator / 20).writeTo(lines, withProgramme);
    lines.number(2015 + record % YEARS);
    lines.cell(String.format(Locale.ROOT, "N%06d", indicator));
    lines.cell(
        Vocabulary.of(Vocabulary.MEASURES, indicator)
            + ' '
            + Vocabulary.of(Vocabulary.SUBJECTS, indicator / 5));
    lines.cell(DEFINITION).cell(Vocabulary.of(Vocabulary.METHODS, indicator));
    lines.cell(Vocabulary.of(Vocabulary.LEVELS, indicator)).cell("Estratégico").cell("Eficacia");
    lines
        .cell("Según calendario")
        .cell(Vocabulary.of(Vocabulary.UNITS, indicator))
        .cell("Ascendente");
    lines.hundredths(draw.below(5_000, About.BASELINE, indicator)).number(2014);
    lines.cell("Registros del programa").cell("La demanda se mantiene");
  }

  private void writeMonth(Lines lines, long cell, boolean unreadable) {
    long goal = 5_000L + draw.below(5_000, About.GOAL, cell);
    long result = goal * (80 + draw.below(40, About.PERFORMANCE, cell)) / 100;
    lines.hundredths(goal);
    if (unreadable) {
      lines.cell("pendiente");
    } else {
      lines.hundredths(result);
    }
    lines.number(result).number(goal);
    TEXTS.forEach(text -> lines.cell(text.equals("estatus") ? "Validado" : ""));
  }
}
