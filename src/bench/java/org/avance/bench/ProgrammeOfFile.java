package org.avance.bench;

import java.util.Locale;

/**
 * A programme by its number in a file, at most a thousand of them: code and name, ramo's code and
 * name.
 */
record ProgrammeOfFile(long number) {
  private static final int PROGRAMMES = 1_000;

  /** Four cells; without the programme's code the record is wrong. */
  void writeTo(Lines lines, boolean withCode) {
    long ramo = number % Vocabulary.RAMOS.size();
    char modality = "EFSKPR".charAt((int) (number % 6));
    lines.cell(String.format(Locale.ROOT, "%02d", ramo + 2));
    lines.cell(Vocabulary.of(Vocabulary.RAMOS, ramo));
    lines.cell(withCode ? String.format(Locale.ROOT, "%c%03d", modality, number % PROGRAMMES) : "");
    lines.cell(Vocabulary.of(Vocabulary.PROGRAMMES, number));
  }
}
