package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.extract.sheettext.SheetLine;
import org.avance.issue.Findings;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Budget;
import org.avance.model.BudgetStage;
import org.avance.model.Geography;
import org.avance.model.Period;
import org.avance.model.PriceBasis;
import org.avance.model.Programme;
import org.avance.model.Stated;

/**
 * What programme and ramo spent in each printed year. The amounts are loaded only where the sheet
 * says in whose prices and in which unit of money they are, and which column is whose; else each
 * row is set aside.
 */
final class BudgetBlock {
  static final String PROGRAMME = "Presupuesto del Programa";
  static final String BRANCH = "Presupuesto del Ramo";
  static final String SHARE = "% = (1)/(2)";

  private final Section section;
  private final Subject subject;
  private final Cells cells;
  private final BudgetTerms terms;

  BudgetBlock(Section section, Subject subject, Cells cells, BudgetTerms terms) {
    this.section = section;
    this.subject = subject;
    this.cells = cells;
    this.terms = terms;
  }

  List<Piece> pieces() {
    return rows(Footnotes.removed(section.lines()), cells).stream().map(this::piece).toList();
  }

  static List<BudgetRow> rows(List<SheetLine> lines, Cells cells) {
    return lines.stream().flatMap(line -> BudgetRow.of(line, cells).stream()).toList();
  }

  private Piece piece(BudgetRow row) {
    List<SheetLine> lines = List.of(row.line());
    if (row.cells().size() != BudgetRow.WIDTH) {
      return new Piece(lines, List.of(), List.of(cellsLost(row)));
    }
    Optional<Issue> unstated = terms.unstated(row.line());
    if (unstated.isPresent()) {
      return new Piece(lines, List.of(), List.of(unstated.get()));
    }
    return amounts(row, lines);
  }

  private Piece amounts(BudgetRow row, List<SheetLine> lines) {
    String share = row.cells().get(2);
    String note = share.isEmpty() ? "" : SHARE + ": " + share;
    int first = terms.programmeFirst() ? 0 : 1;
    Findings<Stated<BigDecimal>> programme = amount(row, first, PROGRAMME);
    Findings<Stated<BigDecimal>> branch = amount(row, 1 - first, BRANCH);
    List<Issue> issues = new ArrayList<>(programme.issues());
    issues.addAll(branch.issues());
    new Ratio(SHARE, share, row.line().number())
        .check(programme.value(), branch.value(), cells)
        .ifPresent(issues::add);
    return new Piece(
        lines,
        List.of(
            budget(subject.programme(), row.year(), programme.value(), note, PROGRAMME),
            budget(subject.branch(), row.year(), branch.value(), note, BRANCH)),
        issues);
  }

  private Findings<Stated<BigDecimal>> amount(BudgetRow row, int cell, String column) {
    Findings<Stated<BigDecimal>> printed = cells.figure(row.cells().get(cell), row.line(), column);
    Stated<BigDecimal> pesos =
        printed
            .value()
            .fold(
                figure -> Stated.given(plain(figure.multiply(terms.pesos()))), missing -> missing);
    return new Findings<>(pesos, printed.issues());
  }

  private static BigDecimal plain(BigDecimal figure) {
    BigDecimal stripped = figure.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Budget budget(
      Programme programme, int year, Stated<BigDecimal> figure, String note, String column) {
    PriceBasis prices = terms.prices().orElse(PriceBasis.NOMINAL);
    return new Budget(
        programme,
        year,
        Period.YEAR,
        year,
        BudgetStage.EXERCISED,
        "",
        Geography.NATION,
        prices,
        figure,
        Subject.NO_DATE,
        note,
        subject.assumed(),
        "",
        column);
  }

  private static Issue cellsLost(BudgetRow row) {
    String expected = "a year, two amounts and a share";
    String found = row.cells().stream().collect(Collectors.joining(" | "));
    return new Issue(
        IssueCode.COLUMN_COUNT,
        Location.cell(row.line().number(), Heading.BUDGET.title()),
        row.line().text(),
        "expected "
            + expected
            + " but found "
            + row.year()
            + " and "
            + row.cells().size()
            + " cells: "
            + found,
        expected);
  }
}
