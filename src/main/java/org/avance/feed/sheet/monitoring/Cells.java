package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberReading;
import org.avance.feed.sheet.SheetWords;
import org.avance.feed.text.Texts;
import org.avance.issue.Findings;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.MissingReason;
import org.avance.model.Stated;

/** Reads printed figures as the descriptor says that they are printed. */
record Cells(SheetWords words) {

  /** True for a word that stands where a value is missing, and for nothing at all. */
  boolean isMissing(String printed) {
    return words.missing().reason(Texts.trimmed(printed)).isPresent();
  }

  /** A figure; missing, with an ERROR, where the text is none. */
  Findings<Stated<BigDecimal>> figure(String printed, SheetLine line, String column) {
    String text = Texts.trimmed(printed);
    Optional<MissingReason> missing = words.missing().reason(text);
    if (missing.isPresent()) {
      return Findings.of(Stated.missing(missing.get(), text));
    }
    NumberReading reading = grammar().read(text);
    if (reading instanceof NumberReading.Figure figure) {
      return new Findings<>(Stated.given(figure.value()), changes(figure, printed, line, column));
    }
    if (reading instanceof NumberReading.Dashed) {
      return Findings.of(Stated.missing(MissingReason.NOT_AVAILABLE, text));
    }
    return new Findings<>(
        Stated.missing(MissingReason.BLANK, text),
        List.of(unreadable(reading, text, line, column)));
  }

  /** The figure before a percent sign, if there is one that can be read. */
  Optional<BigDecimal> percent(String printed) {
    String text = Texts.trimmed(printed);
    return number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
  }

  Optional<BigDecimal> number(String printed) {
    return grammar().read(Texts.trimmed(printed)) instanceof NumberReading.Figure figure
        ? Optional.of(figure.value())
        : Optional.empty();
  }

  private NumberGrammar grammar() {
    return words.numbers();
  }

  private Issue unreadable(NumberReading reading, String text, SheetLine line, String column) {
    boolean tooLarge = reading instanceof NumberReading.TooLarge;
    String accepted =
        tooLarge
            ? "at most 20 digits before the decimals"
            : "a number such as " + grammar().style().example();
    return new Issue(
        tooLarge ? IssueCode.NUMBER_TOO_LARGE : IssueCode.NUMBER_UNREADABLE,
        Location.cell(line.number(), column),
        text,
        column + ": expected " + accepted + " but found " + Texts.quoted(text),
        accepted);
  }

  private static List<Issue> changes(
      NumberReading.Figure figure, String printed, SheetLine line, String column) {
    Location where = Location.cell(line.number(), column);
    List<Issue> issues = new ArrayList<>();
    if (figure.rounded()) {
      issues.add(
          new Issue(
              IssueCode.FIGURE_ROUNDED,
              where,
              printed,
              column + ": expected at most 10 decimals; the figure was rounded",
              "a number with at most 10 decimals"));
    }
    if (figure.cleaned()) {
      issues.add(
          new Issue(
              IssueCode.INVISIBLE_CHARACTERS,
              where,
              printed,
              column + ": invisible characters were removed",
              ""));
    }
    return issues;
  }
}
