package org.avance.feed.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.avance.feed.text.Texts;
import org.avance.issue.IssueCode;
import org.avance.model.Goals;
import org.avance.model.Indicator;
import org.avance.model.IndicatorValue;
import org.avance.model.LightLimits;
import org.avance.model.Period;
import org.avance.model.PeriodType;
import org.avance.model.PrintedClasses;
import org.avance.model.PrintedLabels;
import org.avance.model.Programme;
import org.avance.model.Stated;
import org.avance.model.Target;

/** Makes a value of an indicator from its words. */
record IndicatorMaker(FactReader words) {

  /** Empty, with an issue, where the record names no indicator. */
  Optional<IndicatorValue> make(Programme programme, Stated<BigDecimal> figure, String recordKey) {
    return indicator().map(indicator -> value(programme, indicator, figure, recordKey));
  }

  private IndicatorValue value(
      Programme programme, Indicator indicator, Stated<BigDecimal> figure, String recordKey) {
    int year = words.read(FactWords.YEAR);
    Period period = period();
    Stated<LocalDate> asOf = words.asOf();
    return new IndicatorValue(
        programme,
        indicator,
        words.read(FactWords.SERIES),
        year,
        period,
        words.read(FactWords.GEOGRAPHY),
        words.read(FactWords.REPORTING_UNIT),
        words.read(FactWords.UNIT),
        words.read(FactWords.DIRECTION),
        figure,
        goals(),
        words.figure(FigureWord.NUMERATOR),
        words.figure(FigureWord.DENOMINATOR),
        new LightLimits(
            words.figure(FigureWord.GREEN_UP_TO), words.figure(FigureWord.YELLOW_UP_TO)),
        printed(),
        words.read(FactWords.PLAN),
        asOf.fold(day -> day.isBefore(period.lastDay(year)), missing -> false),
        asOf,
        words.read(FactWords.NOTE),
        words.assumed(),
        recordKey,
        words.valueColumn());
  }

  private Optional<Indicator> indicator() {
    String code = words.read(FactWords.INDICATOR);
    String name = words.read(FactWords.INDICATOR_NAME);
    if (code.isEmpty() && name.isEmpty()) {
      words.lack("an indicator or its name", "a code or a name of an indicator");
      return Optional.empty();
    }
    Indicator stated =
        new Indicator(
            code,
            words.read(FactWords.PREVIOUS_INDICATOR),
            words.read(FactWords.INDICATOR_NUMBER),
            name,
            words.read(FactWords.LEVEL),
            words.read(FactWords.OBJECTIVE),
            words.read(FactWords.FREQUENCY),
            words.read(FactWords.DEFINITION));
    return Optional.of(words.fact().indicators().of(stated));
  }

  private Period period() {
    int month = words.read(FactWords.MONTH);
    int quarter = words.read(FactWords.QUARTER);
    if (month > 0) {
      return new Period(PeriodType.MONTH, month);
    }
    return quarter > 0 ? new Period(PeriodType.QUARTER, quarter) : Period.YEAR;
  }

  private Goals goals() {
    Target target = new TargetReader(words).read();
    target
        .figure()
        .filter(figure -> figure.signum() == 0)
        .ifPresent(
            zero ->
                words.add(
                    FigureWord.TARGET,
                    IssueCode.TARGET_ZERO,
                    "expected a goal other than 0: nothing can be held against it",
                    "a number other than 0"));
    Goals stated =
        new Goals(
            words.figure(FigureWord.BASELINE),
            words.read(FactWords.BASELINE_YEAR),
            target,
            words.figure(FigureWord.INTERIM),
            words.figure(FigureWord.ADJUSTED));
    return words.fact().goals().of(stated);
  }

  private PrintedClasses printed() {
    return new PrintedClasses(
        label(FactWords.PROGRESS_CLASS, PrintedLabels::progress, PrintedLabels.PROGRESS),
        label(FactWords.INTERIM_CLASS, PrintedLabels::interim, PrintedLabels.INTERIM),
        label(FactWords.TREND_CLASS, PrintedLabels::trend, PrintedLabels.TREND),
        label(FactWords.LIGHT_CLASS, PrintedLabels::light, PrintedLabels.LIGHT),
        words.read(FactWords.STATUS));
  }

  /** A printed class, kept as printed; noted where it is none that is known. */
  private String label(
      FactWord<String> word, Function<String, Optional<?>> named, List<String> known) {
    String printed = words.read(word);
    if (!printed.isEmpty() && named.apply(printed).isEmpty()) {
      String labels = "one of " + String.join(", ", known);
      words.add(
          word,
          IssueCode.CLASS_UNKNOWN,
          "expected " + labels + " but found " + Texts.quoted(printed),
          labels);
    }
    return printed;
  }
}
