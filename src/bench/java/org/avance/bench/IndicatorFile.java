package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.bench.Draw.About;

/**
 * Ten years of indicators, one observation a record, a whole series after another: 20 columns as
 * the federation prints them. One record of a hundred is wrong (an unreadable value, an impossible
 * year, no programme); at the end five records come a second time, the last of them with another
 * value.
 *
 * @param observations records but for the repeated ones; a multiple of ten
 * @param draw the file's chance: the same seed writes the same bytes
 */
record IndicatorFile(long observations, Draw draw) {
  static final int YEARS = 10;
  static final int FIRST_YEAR = 2015;
  private static final int BAD_IN = 100;
  private static final int REPEATED = 5;
  private static final int CHANGED_IN = 20;
  private static final String HEADER =
      "id_ramo,ramo,id_programa,programa,id_indicador,indicador,nivel,objetivo,metodo,unidad,"
          + "frecuencia,sentido,linea_base,anio_linea_base,ciclo,meta,numerador,denominador,valor,"
          + "observaciones";

  /** What the figures of a file are. */
  enum Figures {
    FIRST,
    /** One value of twenty is another. */
    RESTATED
  }

  /**
   * What a load of the file is to count.
   *
   * @param changed facts whose figure is not that of the first file
   */
  record Expected(long read, long staged, long quarantined, long merged, long changed) {}

  /** Whether five records come twice. */
  enum Repeated {
    WITH,
    /** For who dies of them; the record that another one contradicts is left out, too. */
    WITHOUT
  }

  private enum Fate {
    GOOD,
    NO_FIGURE,
    NO_YEAR,
    NO_PROGRAMME
  }

  /** Writes the file; what is there is replaced. */
  Expected write(Path file, Figures figures, Lines.Form form) throws IOException {
    return write(file, figures, form, Repeated.WITH);
  }

  Expected write(Path file, Figures figures, Lines.Form form, Repeated repeated)
      throws IOException {
    long bad = 0;
    long changed = 0;
    try (Lines lines = new Lines(file, form)) {
      lines.cell(HEADER).end();
      for (long row = 0; row < observations; row++) {
        if (repeated == Repeated.WITH || row != repeated(REPEATED)) {
          write(lines, row, figures, 0);
        }
        bad += fate(row) == Fate.GOOD ? 0 : 1;
        changed += isCounted(row) && isChanged(row, figures) ? 1 : 0;
      }
      if (repeated == Repeated.WITH) {
        writeRepeated(lines, figures);
      }
    }
    long staged = observations - bad - 1;
    return new Expected(observations + REPEATED, staged, bad + 2, REPEATED - 1, changed);
  }

  /** Writes some of the observations as a file of their own; answers how many of them are good. */
  long writePart(Path file, long from, long to) throws IOException {
    long good = 0;
    try (Lines lines = new Lines(file, Lines.Form.PLAIN)) {
      lines.cell(HEADER).end();
      for (long row = from; row < to; row++) {
        write(lines, row, Figures.FIRST, 0);
        good += fate(row) == Fate.GOOD ? 1 : 0;
      }
    }
    return good;
  }

  private void writeRepeated(Lines lines, Figures figures) throws IOException {
    for (int i = 1; i < REPEATED; i++) {
      write(lines, repeated(i), figures, 0);
    }
    write(lines, repeated(REPEATED), figures, 1);
  }

  /** A good record of the i-th part of the file. */
  private long repeated(int i) {
    long row = observations * i / (REPEATED + 1);
    while (fate(row) != Fate.GOOD || isMissing(row)) {
      row++;
    }
    return row;
  }

  /** The pair of records that contradict each other is in quarantine. */
  private boolean isCounted(long row) {
    return fate(row) == Fate.GOOD && row != repeated(REPEATED);
  }

  private boolean isChanged(long row, Figures figures) {
    return figures == Figures.RESTATED
        && !isMissing(row)
        && draw.oneIn(CHANGED_IN, About.CHANGE, row);
  }

  private boolean isMissing(long row) {
    return draw.oneIn(300, About.MISSING, row);
  }

  private Fate fate(long row) {
    if (!draw.oneIn(BAD_IN, About.FATE, row)) {
      return Fate.GOOD;
    }
    return Fate.values()[1 + draw.below(3, About.FAULT, row)];
  }

  private void write(Lines lines, long row, Figures figures, int more) throws IOException {
    Fate fate = fate(row);
    int year = FIRST_YEAR + (int) (row % YEARS);
    IndicatorOfFile indicator = IndicatorOfFile.of(row / YEARS, observations / YEARS, draw);
    indicator.writeTo(lines, fate != Fate.NO_PROGRAMME, year);
    lines.cell(fate == Fate.NO_YEAR ? "20" + year : Integer.toString(year));
    long goal = indicator.goal(year);
    long changed = isChanged(row, figures) ? 1 + row % 9 : 0;
    long figure = indicator.figure(year, draw.below(100, About.PERFORMANCE, row)) + changed + more;
    long denominator = 1_000L + draw.below(9_000, About.DENOMINATOR, row);
    lines.hundredths(goal).number(figure * denominator / 10_000).number(denominator);
    writeFigure(lines, row, fate, figure);
    lines.cell(draw.oneIn(20, About.NOTE, row) ? "Cifra preliminar" : "").end();
  }

  private void writeFigure(Lines lines, long row, Fate fate, long figure) {
    if (fate == Fate.NO_FIGURE) {
      lines.quoted(Vocabulary.of(Vocabulary.FAULTY_FIGURES, row));
    } else if (isMissing(row)) {
      lines.cell("ND");
    } else {
      lines.hundredths(figure);
    }
  }
}
