package org.avance.feed.mapping;

import static org.avance.feed.mapping.FactWords.TARGET_TYPE;
import static org.avance.feed.mapping.FactWords.TARGET_YEAR;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberReading;
import org.avance.feed.text.Texts;
import org.avance.issue.IssueCode;
import org.avance.model.MissingReason;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/** Reads the goal of one indicator: a figure, a bound, a range, or words. */
record TargetReader(FactReader words) {
  private static final int LONGEST_TEXT = 1000;
  private static final Pattern LEAST =
      Pattern.compile("(?:>=|≥|al menos|por lo menos|como minimo|minimo|at least) *(.+)");
  private static final Pattern MOST =
      Pattern.compile("(?:<=|≤|a lo mas|como maximo|maximo|hasta|at most) *(.+)");
  private static final Pattern RANGE =
      Pattern.compile("(?:entre |de |between |from )?(.+?) *(?: a | y | and | to |–|-) *(.+)");

  Target read() {
    return switch (words.read(TARGET_TYPE)) {
      case FIGURE -> ofFigure(TargetType.FIGURE);
      case AT_LEAST -> ofFigure(TargetType.AT_LEAST);
      case AT_MOST -> ofFigure(TargetType.AT_MOST);
      case EXACT -> ofFigure(TargetType.EXACT);
      case RANGE -> range();
      case TEXT -> text().map(this::inWords).orElseGet(this::none);
      case AS_PRINTED -> text().map(this::asPrinted).orElseGet(this::none);
    };
  }

  private Target ofFigure(TargetType type) {
    Stated<BigDecimal> figure = words.figure(FigureWord.TARGET);
    return figure.fold(
        given -> target(type, given, text().orElseGet(given::toPlainString)), missing -> none());
  }

  private Target target(TargetType type, BigDecimal figure, String printed) {
    Stated<BigDecimal> given = Stated.given(figure);
    return target(
        type,
        type == TargetType.AT_MOST ? unbounded() : given,
        type == TargetType.AT_LEAST ? unbounded() : given,
        printed);
  }

  private Target target(
      TargetType type, Stated<BigDecimal> min, Stated<BigDecimal> max, String printed) {
    return new Target(type, min, max, Texts.cut(printed, LONGEST_TEXT), words.read(TARGET_YEAR));
  }

  /** Two bounds of their own, or both in one cell; one bound alone is no range. */
  private Target range() {
    if (!words.has(FigureWord.TARGET_MIN) && !words.has(FigureWord.TARGET_MAX)) {
      return text().map(this::writtenRange).orElseGet(this::none);
    }
    Stated<BigDecimal> min = words.figure(FigureWord.TARGET_MIN);
    Stated<BigDecimal> max = words.figure(FigureWord.TARGET_MAX);
    if (min.isGiven() && max.isGiven()) {
      return target(TargetType.RANGE, min, max, plain(min) + " - " + plain(max));
    }
    if (min.isGiven()) {
      return target(TargetType.AT_LEAST, min, unbounded(), plain(min));
    }
    return max.isGiven() ? target(TargetType.AT_MOST, unbounded(), max, plain(max)) : none();
  }

  private Target writtenRange(String printed) {
    return parsedRange(printed)
        .orElseGet(
            () -> {
              words.add(
                  FigureWord.TARGET,
                  IssueCode.NUMBER_UNREADABLE,
                  "expected a range such as 80 - 90 but found " + Texts.quoted(printed),
                  "a range such as 80 - 90");
              return none();
            });
  }

  private Target asPrinted(String printed) {
    return number(printed)
        .map(figure -> target(TargetType.FIGURE, figure, printed))
        .or(() -> bound(LEAST, TargetType.AT_LEAST, printed))
        .or(() -> bound(MOST, TargetType.AT_MOST, printed))
        .or(() -> parsedRange(printed))
        .orElseGet(() -> inWords(printed));
  }

  private Optional<Target> bound(Pattern pattern, TargetType type, String printed) {
    Matcher matcher = pattern.matcher(Texts.key(printed));
    return matcher.matches()
        ? number(matcher.group(1)).map(figure -> target(type, figure, printed))
        : Optional.empty();
  }

  private Optional<Target> parsedRange(String printed) {
    Matcher matcher = RANGE.matcher(Texts.key(printed));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return number(matcher.group(1))
        .flatMap(
            min ->
                number(matcher.group(2))
                    .filter(max -> min.compareTo(max) <= 0)
                    .map(
                        max ->
                            target(
                                TargetType.RANGE, Stated.given(min), Stated.given(max), printed)));
  }

  private Target inWords(String printed) {
    return target(TargetType.TEXT, unbounded(), unbounded(), printed);
  }

  private Target none() {
    return Target.none(new Stated.Missing<>(MissingReason.BLANK, ""));
  }

  private static Stated<BigDecimal> unbounded() {
    return Stated.missing(MissingReason.NOT_APPLICABLE, "");
  }

  private Optional<String> text() {
    return words.text(FigureWord.TARGET);
  }

  private Optional<BigDecimal> number(String text) {
    Optional<NumberGrammar> grammar = words.grammar(FigureWord.TARGET);
    return grammar
        .map(each -> each.read(text.strip()))
        .filter(NumberReading.Figure.class::isInstance)
        .map(reading -> ((NumberReading.Figure) reading).value());
  }

  private static String plain(Stated<BigDecimal> figure) {
    return figure.fold(BigDecimal::toPlainString, missing -> "");
  }
}
