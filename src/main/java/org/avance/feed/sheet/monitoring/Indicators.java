package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;
import org.avance.issue.Findings;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Direction;
import org.avance.model.Geography;
import org.avance.model.Goals;
import org.avance.model.Indicator;
import org.avance.model.IndicatorValue;
import org.avance.model.LightLimits;
import org.avance.model.Period;
import org.avance.model.PrintedClasses;
import org.avance.model.Stated;
import org.avance.model.Target;

/**
 * The indicator at purpose level, with the figures of {@link Purpose}, and the indicator of the
 * sector's programme that this one contributes to, which bears a name and no figures.
 */
record Indicators(Sections sections, Subject subject, Cells cells) {
  static final String PURPOSE = "Propósito";
  static final String SECTOR = "Sectorial";

  private static final Stated.Missing<BigDecimal> NONE =
      (Stated.Missing<BigDecimal>) Subject.NO_FIGURE;

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    sections
        .find(Heading.RESULTS)
        .filter(section -> !section.prose().isEmpty())
        .ifPresent(section -> pieces.addAll(purpose(section)));
    sections.find(Heading.SECTOR_INDICATOR).ifPresent(section -> pieces.addAll(sector(section)));
    return pieces;
  }

  private List<Piece> purpose(Section section) {
    Optional<Passage> name = IndicatorName.of(section.lines());
    Passage text = section.prose();
    List<Purpose> stated = Purpose.of(text, subject.year());
    if (name.isEmpty()) {
      return List.of(unnamed(section));
    }
    return stated.size() == 1
        ? List.of(withFigures(name.get(), stated.get(0)))
        : List.of(withoutFigures(section, name.get(), stated.size()));
  }

  private static Piece unnamed(Section section) {
    List<SheetLine> after = IndicatorName.afterText(section.lines());
    Passage found = Passage.of(after);
    String expected = "the name of one indicator on a line of its own behind the text";
    String what = found.isEmpty() ? "none" : Texts.quoted(found.text());
    List<SheetLine> lines = found.isEmpty() ? List.of(section.at()) : found.lines();
    return new Piece(lines, List.of(), List.of(unread(section, expected, what)));
  }

  private Piece withFigures(Passage name, Purpose purpose) {
    SheetLine line = purpose.sentence().lines().get(0);
    Findings<Stated<BigDecimal>> reached = cells.figure(purpose.reached(), line, PURPOSE);
    Findings<Stated<BigDecimal>> goal = cells.figure(purpose.goal(), line, PURPOSE);
    List<Issue> issues = new ArrayList<>(reached.issues());
    issues.addAll(goal.issues());
    new Ratio(PURPOSE, purpose.percent(), line.number())
        .check(reached.value(), goal.value(), cells)
        .ifPresent(issues::add);
    Target target = goal.value().fold(figure -> target(figure, line, issues), Target::none);
    List<SheetLine> lines = new ArrayList<>(purpose.sentence().lines());
    name.lines().stream().filter(each -> !lines.contains(each)).forEach(lines::add);
    PrintedClasses printed = new PrintedClasses("", "", "", "", purpose.percent());
    IndicatorValue value =
        value(name.text(), PURPOSE, purpose.unit(), reached.value(), target, printed);
    return new Piece(lines, List.of(value), issues);
  }

  private Target target(BigDecimal figure, SheetLine line, List<Issue> issues) {
    if (figure.signum() == 0) {
      issues.add(
          new Issue(
              IssueCode.TARGET_ZERO,
              Location.cell(line.number(), PURPOSE),
              "0",
              PURPOSE + ": expected a goal other than 0: nothing can be held against it",
              "a number other than 0"));
    }
    return Target.figure(figure, subject.year());
  }

  private Piece withoutFigures(Section section, Passage name, int sentences) {
    String expected =
        "one sentence that names the purpose and states a figure of "
            + subject.year()
            + " and its goal (\"alcanzar 622 …, de los 543 esperados\")";
    Issue issue = unread(section, expected, sentences == 0 ? "none" : sentences + " that differ");
    IndicatorValue value =
        value(name.text(), PURPOSE, "", Subject.NO_FIGURE, Target.none(NONE), PrintedClasses.NONE);
    return new Piece(name.lines(), List.of(value), List.of(issue));
  }

  private List<Piece> sector(Section section) {
    Passage name = section.prose();
    if (name.isEmpty() || cells.isMissing(name.text())) {
      return List.of();
    }
    IndicatorValue value =
        value(name.text(), SECTOR, "", Subject.NO_FIGURE, Target.none(NONE), PrintedClasses.NONE);
    return List.of(Piece.of(name.lines(), value));
  }

  private IndicatorValue value(
      String name,
      String level,
      String unit,
      Stated<BigDecimal> figure,
      Target target,
      PrintedClasses printed) {
    return new IndicatorValue(
        subject.programme(),
        new Indicator("", "", "", Texts.cut(name, 1000), level, "", "", ""),
        "",
        subject.year(),
        Period.YEAR,
        Geography.NATION,
        "",
        unit,
        Direction.UNKNOWN,
        figure,
        new Goals(NONE, 0, target, NONE, NONE),
        NONE,
        NONE,
        new LightLimits(NONE, NONE),
        printed,
        "",
        false,
        Subject.NO_DATE,
        "",
        subject.assumed(),
        "",
        level);
  }

  private static Issue unread(Section section, String expected, String found) {
    String title = section.heading().title();
    return new Issue(
        IssueCode.STATEMENT_UNREAD,
        Location.cell(section.at().number(), title),
        "",
        title + ": expected " + expected + " but found " + found,
        expected);
  }
}
