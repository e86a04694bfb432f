package org.avance.feed.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.avance.feed.mapping.FactPlan.CutOff;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.MissingReason;
import org.avance.model.Stated;

/** Reads the cut-off date of one record; what can't be read is a warning, never an error. */
record CutOffs(Cells cells, Consumer<Issue> issues) {
  static final String WORD = "asOf";
  private static final List<ValueType<Integer>> YEAR_MONTH_DAY =
      List.of(ValueType.YEAR, ValueType.MONTH, ValueType.DAY);

  Stated<LocalDate> stated(CutOff cutOff) {
    if (cutOff instanceof CutOff.Parts parts) {
      return parts(parts.yearMonthDay());
    }
    if (cutOff instanceof CutOff.Written written) {
      return written(written);
    }
    return Stated.missing(MissingReason.BLANK, "");
  }

  private Stated<LocalDate> written(CutOff.Written written) {
    Taken taken = take(written.text());
    if (taken instanceof Taken.Nothing nothing) {
      return Stated.missing(nothing.reason(), nothing.printed());
    }
    if (taken instanceof Taken.Text text) {
      text.notes().forEach(issues);
      try {
        return Stated.given(LocalDate.parse(text.text(), written.formatter()));
      } catch (DateTimeException e) {
        // Falls through to the one message for any text that is no date.
      }
    }
    return unreadable(written.text(), "a date such as " + written.format());
  }

  private Stated<LocalDate> parts(List<Origin> origins) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      Taken taken = take(origins.get(i));
      if (taken instanceof Taken.Nothing nothing) {
        return Stated.missing(nothing.reason(), printed(origins));
      }
      Optional<Integer> number = number(taken, YEAR_MONTH_DAY.get(i));
      if (number.isEmpty()) {
        return unreadable(origins, i, YEAR_MONTH_DAY.get(i).expected());
      }
      numbers.add(number.get());
    }
    return date(numbers)
        .map(Stated::given)
        .orElseGet(() -> unreadable(origins, origins.size() - 1, "a day of that month"));
  }

  private Optional<Integer> number(Taken taken, ValueType<Integer> type) {
    if (!(taken instanceof Taken.Text text)) {
      return Optional.empty();
    }
    text.notes().forEach(issues);
    return type.parse().apply(text.text());
  }

  /** That a record lacks a partner is told for the record; see {@link BoundFact#checkPartners}. */
  private Taken take(Origin origin) {
    Taken taken = cells.take(origin, WORD);
    return taken instanceof Taken.Fault fault && fault.issue().code() == IssueCode.LOOKUP_NO_PARTNER
        ? new Taken.Nothing(MissingReason.NOT_AVAILABLE, "")
        : taken;
  }

  private static Optional<LocalDate> date(List<Integer> numbers) {
    YearMonth month =
        YearMonth.of(
            numbers.get(0), numbers.size() > 1 ? numbers.get(1) : Month.DECEMBER.getValue());
    if (numbers.size() < YEAR_MONTH_DAY.size()) {
      return Optional.of(month.atEndOfMonth());
    }
    int day = numbers.get(2);
    return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
  }

  private Stated<LocalDate> unreadable(List<Origin> origins, int wrong, String expected) {
    unreadable(origins.get(wrong), expected);
    return Stated.missing(MissingReason.NOT_AVAILABLE, printed(origins));
  }

  private Stated<LocalDate> unreadable(Origin origin, String expected) {
    String printed = Texts.trimmed(cells.printed(origin));
    issues.accept(
        cells.issue(
            IssueCode.DATE_UNREADABLE,
            origin,
            WORD,
            "expected " + expected + " but found " + Texts.quoted(printed),
            expected));
    return Stated.missing(MissingReason.NOT_AVAILABLE, printed);
  }

  /** Day, month and year as printed, in this order. */
  private String printed(List<Origin> origins) {
    List<Origin> dayMonthYear = new ArrayList<>(origins);
    Collections.reverse(dayMonthYear);
    return dayMonthYear.stream()
        .map(origin -> Texts.trimmed(cells.printed(origin)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
