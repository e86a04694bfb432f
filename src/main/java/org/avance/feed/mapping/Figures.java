package org.avance.feed.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberReading;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.MissingReason;
import org.avance.model.Stated;

/** Reads the figures of one record, and says what is wrong with them. */
record Figures(Cells cells, String word, Consumer<Issue> issues) {
  static final String VALUE = "value";

  /** The number in the cell, if it is one; for the accounting, so without issues. */
  static Optional<BigDecimal> number(Cells cells, FactPlan.Value value) {
    return cells.take(value.origin(), VALUE) instanceof Taken.Text text
            && read(cells, value, text) instanceof NumberReading.Figure figure
        ? Optional.of(figure.value())
        : Optional.empty();
  }

  /** What the cell states; empty, with an issue, where it can't be read. */
  Optional<Stated<BigDecimal>> stated(FactPlan.Value value) {
    Taken taken = cells.take(value.origin(), word);
    if (taken instanceof Taken.Nothing nothing) {
      return Optional.of(Stated.missing(nothing.reason(), nothing.printed()));
    }
    if (taken instanceof Taken.Fault fault) {
      issues.accept(fault.issue());
      return Optional.empty();
    }
    return stated(value, read(cells, value, (Taken.Text) taken));
  }

  private Optional<Stated<BigDecimal>> stated(FactPlan.Value value, NumberReading reading) {
    if (reading instanceof NumberReading.Figure figure) {
      noteChanges(value, figure);
      return Optional.of(Stated.given(figure.value()));
    }
    String printed = Texts.trimmed(cells.printed(value.origin()));
    if (reading instanceof NumberReading.Dashed) {
      return Optional.of(Stated.missing(MissingReason.NOT_AVAILABLE, printed));
    }
    boolean tooLarge = reading instanceof NumberReading.TooLarge;
    issues.accept(tooLarge ? tooLarge(value, printed) : unreadable(value, printed));
    return Optional.empty();
  }

  /** Refined text where there are refinements, else the bare cell, with its invisible marks. */
  private static NumberReading read(Cells cells, FactPlan.Value value, Taken.Text text) {
    boolean bare = value.origin().refinements().isEmpty();
    return value.grammar().read(bare ? cells.printed(value.origin()) : text.text());
  }

  private void noteChanges(FactPlan.Value value, NumberReading.Figure figure) {
    if (figure.rounded()) {
      add(
          IssueCode.FIGURE_ROUNDED,
          value,
          "expected at most 10 decimals; the figure was rounded to "
              + figure.value().toPlainString(),
          "a number with at most 10 decimals");
    }
    if (figure.cleaned()) {
      add(IssueCode.INVISIBLE_CHARACTERS, value, "invisible characters were removed", "");
    }
  }

  private Issue unreadable(FactPlan.Value value, String printed) {
    NumberGrammar grammar = value.grammar();
    String number = "a number such as " + grammar.style().example();
    String words = String.join(", ", cells.missing().listed());
    return cells.issue(
        IssueCode.NUMBER_UNREADABLE,
        value.origin(),
        word,
        "expected " + number + " but found " + Texts.quoted(printed),
        words.isEmpty() ? number : number + ", or a missing word: " + words);
  }

  private Issue tooLarge(FactPlan.Value value, String printed) {
    return cells.issue(
        IssueCode.NUMBER_TOO_LARGE,
        value.origin(),
        word,
        "expected at most 20 digits before the decimals but found " + Texts.quoted(printed),
        "a number with at most 20 digits before the decimals");
  }

  private void add(IssueCode code, FactPlan.Value value, String sentence, String accepted) {
    issues.accept(cells.issue(code, value.origin(), word, sentence, accepted));
  }
}
