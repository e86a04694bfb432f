package org.avance.bench;

import java.util.Locale;
import org.avance.bench.Draw.About;

/**
 * One indicator of {@link IndicatorFile}: what its ten records have in common. Goals of the upper
 * levels are those of the six-year plan, goals of the lower ones the year's own. Figures are in
 * hundredths.
 */
record IndicatorOfFile(long number, long programme, Draw draw) {
  private static final int INDICATORS_A_PROGRAMME = 100;
  private static final int PROGRAMMES = 1_000;

  /** At most a thousand programmes, of a hundred indicators where there are fewer. */
  static IndicatorOfFile of(long number, long indicators, Draw draw) {
    long each = Math.max(INDICATORS_A_PROGRAMME, (indicators + PROGRAMMES - 1) / PROGRAMMES);
    return new IndicatorOfFile(number, number / each, draw);
  }

  /** The first fourteen cells. */
  void writeTo(Lines lines, boolean withProgramme, int year) {
    new ProgrammeOfFile(programme).writeTo(lines, withProgramme);
    lines.cell(String.format(Locale.ROOT, "IND%07d", number)).quoted(name());
    lines.cell(level()).cell(Vocabulary.of(Vocabulary.OBJECTIVES, number % 4));
    lines.cell(Vocabulary.of(Vocabulary.METHODS, number));
    lines
        .cell(drawn(Vocabulary.UNITS, About.UNIT))
        .cell(drawn(Vocabulary.FREQUENCIES, About.FREQUENCY));
    lines.cell(direction()).hundredths(baseline()).number(baselineYear(year));
  }

  /** What the plan wants in its last year, or the year's share of the way there. */
  long goal(int year) {
    return isStrategic() ? baseline() + way() : planned(year);
  }

  /** As planned, or less, or more: from half the way to one and a half. */
  long figure(int year, int performance) {
    long done = (planned(year) - baseline()) * (50 + performance) / 100;
    return baseline() + done + performance % 7;
  }

  private long planned(int year) {
    return baseline() + way() * (year - baselineYear(year)) / 6;
  }

  private long way() {
    long way = 1_000L + draw.below(2_000, About.GOAL, number);
    return switch (direction()) {
      case "Ascendente" -> way;
      case "Descendente" -> -way;
      default -> 0;
    };
  }

  private boolean isStrategic() {
    return level().equals("Fin") || level().equals("Propósito");
  }

  private String level() {
    return Vocabulary.of(Vocabulary.LEVELS, number);
  }

  private String direction() {
    int tenth = draw.below(10, About.DIRECTION, number);
    return Vocabulary.DIRECTIONS.get(tenth < 5 ? 0 : tenth < 9 ? 1 : 2);
  }

  private long baseline() {
    return 5_000L + draw.below(4_000, About.BASELINE, number);
  }

  /** The last year of the plan before, but for the oldest. */
  private static int baselineYear(int year) {
    return year < 2019 ? 2012 : 2018;
  }

  private String name() {
    String end = Vocabulary.of(Vocabulary.ENDINGS, number / 55);
    return Vocabulary.of(Vocabulary.MEASURES, number)
        + ' '
        + Vocabulary.of(Vocabulary.SUBJECTS, number / 5)
        + (number % 10 == 0 ? ", " : " ")
        + end;
  }

  private String drawn(java.util.List<String> words, About about) {
    return words.get(draw.below(words.size(), about, number));
  }
}
