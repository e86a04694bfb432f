package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.avance.bench.Draw.About;

/**
 * Populations of programmes by state and year, five columns of them, which become five facts a
 * record. One record of a hundred is wrong.
 */
record CoverageFile(long records, Draw draw) {
  static final int POPULATIONS = 5;
  private static final int STATES = 32;
  private static final int YEARS = 10;
  private static final String HEADER =
      "id_ramo,ramo,id_programa,programa,cve_entidad,anio,unidad,poblacion_referencia,"
          + "poblacion_potencial,poblacion_objetivo,poblacion_programada,poblacion_atendida,nota";

  /** Writes the file and answers how many of its records are good. */
  long write(Path file) throws IOException {
    long good = 0;
    try (Lines lines = new Lines(file, Lines.Form.PLAIN)) {
      lines.cell(HEADER).end();
      for (long record = 0; record < records; record++) {
        boolean bad = draw.oneIn(100, About.FATE, record);
        write(lines, record, bad);
        good += bad ? 0 : 1;
      }
    }
    return good;
  }

  private void write(Lines lines, long record, boolean bad) throws IOException {
    int fault = bad ? 1 + draw.below(3, About.FAULT, record) : 0;
    new ProgrammeOfFile(record / (YEARS * STATES)).writeTo(lines, fault != 1);
    lines.cell(String.format(Locale.ROOT, "%02d", record / YEARS % STATES + 1));
    lines.cell((fault == 2 ? "20" : "") + (2015 + record % YEARS));
    lines.cell(draw.oneIn(10, About.UNIT, record / (YEARS * STATES)) ? "Hogares" : "Personas");
    long people = 1_000_000;
    for (int i = 0; i < POPULATIONS; i++) {
      people = people * (50 + draw.below(50, About.FIGURE, record * POPULATIONS + i)) / 100;
      lines.cell(fault == 3 && i == 4 ? people + " personas" : Long.toString(people));
    }
    lines.cell(draw.oneIn(20, About.NOTE, record) ? "Cifra preliminar" : "").end();
  }
}
