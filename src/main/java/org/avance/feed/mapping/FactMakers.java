package org.avance.feed.mapping;

import static org.avance.feed.mapping.FactWords.DEFINITION;
import static org.avance.feed.mapping.FactWords.DIMENSION;
import static org.avance.feed.mapping.FactWords.FUNDING_SOURCE;
import static org.avance.feed.mapping.FactWords.FUND_YEAR;
import static org.avance.feed.mapping.FactWords.GEOGRAPHY;
import static org.avance.feed.mapping.FactWords.MODEL;
import static org.avance.feed.mapping.FactWords.NOTE;
import static org.avance.feed.mapping.FactWords.POPULATION;
import static org.avance.feed.mapping.FactWords.POPULATION_TYPE;
import static org.avance.feed.mapping.FactWords.PRICE_BASE_YEAR;
import static org.avance.feed.mapping.FactWords.PRINTED_CLASS;
import static org.avance.feed.mapping.FactWords.QUARTER;
import static org.avance.feed.mapping.FactWords.SEX;
import static org.avance.feed.mapping.FactWords.SOURCE;
import static org.avance.feed.mapping.FactWords.STAGE;
import static org.avance.feed.mapping.FactWords.UNIT;
import static org.avance.feed.mapping.FactWords.YEAR;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.avance.feed.text.Texts;
import org.avance.issue.IssueCode;
import org.avance.model.Budget;
import org.avance.model.Coverage;
import org.avance.model.Fact;
import org.avance.model.Period;
import org.avance.model.PeriodType;
import org.avance.model.PriceBasis;
import org.avance.model.Programme;
import org.avance.model.Score;
import org.avance.model.Stated;

/** Makes the facts of each kind from their words; empty, with an issue, where they make none. */
final class FactMakers {
  private FactMakers() {}

  static Optional<? extends Fact> make(FactReader words, String recordKey) {
    Optional<Programme> programme = words.programme();
    Optional<Stated<BigDecimal>> figure = words.figure();
    if (programme.isEmpty() || figure.isEmpty()) {
      return Optional.empty();
    }
    return switch (words.plan().kind()) {
      case COVERAGE -> Optional.of(coverage(words, programme.get(), figure.get(), recordKey));
      case BUDGET -> Optional.of(budget(words, programme.get(), figure.get(), recordKey));
      case INDICATOR -> new IndicatorMaker(words).make(programme.get(), figure.get(), recordKey);
      case SCORE -> Optional.of(score(words, programme.get(), figure.get(), recordKey));
      case ASSESSMENT, DISTRIBUTION, FINDING ->
          throw new IllegalStateException("no row states a fact of " + words.plan().kind());
    };
  }

  private static Coverage coverage(
      FactReader words, Programme programme, Stated<BigDecimal> figure, String recordKey) {
    String unit = words.read(UNIT);
    if (figure instanceof Stated.Given<BigDecimal> given) {
      checkCount(words, given.value(), unit);
    }
    return new Coverage(
        programme,
        words.read(YEAR),
        words.read(POPULATION),
        words.read(SEX),
        words.read(GEOGRAPHY),
        words.component(),
        unit,
        figure,
        words.asOf(),
        words.read(DEFINITION),
        words.read(POPULATION_TYPE),
        words.read(SOURCE),
        words.read(NOTE),
        Set.of(),
        words.assumed(),
        recordKey,
        words.valueColumn());
  }

  /** Rule C01 of the methodology. */
  private static void checkCount(FactReader words, BigDecimal figure, String unit) {
    String printed = Texts.quoted(figure.toPlainString());
    if (figure.signum() < 0) {
      words.addToFigure(
          IssueCode.NEGATIVE_COUNT,
          "expected a population of 0 or more but found " + printed,
          "a number of 0 or more");
    }
    if (figure.scale() > 0 && CountableUnits.has(unit)) {
      words.addToFigure(
          IssueCode.FRACTIONAL_COUNT,
          "expected a whole number of " + Texts.quoted(unit) + " but found " + printed,
          "a whole number");
    }
  }

  private static Budget budget(
      FactReader words, Programme programme, Stated<BigDecimal> figure, String recordKey) {
    int year = words.read(YEAR);
    int quarter = words.read(QUARTER);
    int fundYear = words.read(FUND_YEAR);
    int baseYear = words.read(PRICE_BASE_YEAR);
    return new Budget(
        programme,
        year,
        quarter == 0 ? Period.YEAR : new Period(PeriodType.YEAR_TO_DATE, quarter),
        fundYear == 0 ? year : fundYear,
        words.read(STAGE),
        words.read(FUNDING_SOURCE),
        words.read(GEOGRAPHY),
        baseYear == 0 ? PriceBasis.NOMINAL : PriceBasis.constant(baseYear),
        figure,
        words.asOf(),
        words.read(NOTE),
        words.assumed(),
        recordKey,
        words.valueColumn());
  }

  private static Score score(
      FactReader words, Programme programme, Stated<BigDecimal> figure, String recordKey) {
    return new Score(
        programme,
        words.read(YEAR),
        words.read(GEOGRAPHY),
        words.read(MODEL),
        words.read(DIMENSION),
        figure,
        words.read(PRINTED_CLASS),
        words.asOf(),
        words.read(NOTE),
        words.assumed(),
        recordKey,
        words.valueColumn());
  }
}
