package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.extract.sheettext.SheetLine;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.PriceBasis;

/**
 * What the sheet says about its amounts: in its table's header and in its footnotes.
 *
 * @param prices in whose money; empty where that is not said, or said twice
 * @param pesos what one printed unit is worth; 0 where that is not said
 * @param header whose amounts stand in the first column and whose in the second
 */
record BudgetTerms(Optional<PriceBasis> prices, BigDecimal pesos, Header header) {
  /** The order of the two columns of amounts. */
  enum Header {
    PROGRAMME_FIRST,
    BRANCH_FIRST,
    UNSAID
  }

  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "mdp", BigDecimal.valueOf(1_000_000),
          "millones de pesos", BigDecimal.valueOf(1_000_000),
          "miles de pesos", BigDecimal.valueOf(1_000));

  static BudgetTerms of(Sections sections, Cells cells) {
    List<SheetLine> budget = sections.lines(List.of(Heading.BUDGET, Heading.START_YEAR));
    String notes =
        Footnotes.of(sections).stream().map(Passage::bare).collect(Collectors.joining(" "));
    String all = Passage.of(budget).bare() + " " + notes;
    return new BudgetTerms(Prices.of(all), pesos(all), header(header(budget, cells)));
  }

  boolean programmeFirst() {
    return header == Header.PROGRAMME_FIRST;
  }

  /** Why no amount can be taken; empty where all is said. */
  Optional<Issue> unstated(SheetLine row) {
    List<String> lacking = new ArrayList<>();
    if (prices.isEmpty()) {
      lacking.add(
          "one price basis (\"precios constantes promedio de 2012\", \"precios corrientes\")");
    }
    if (pesos.signum() == 0) {
      lacking.add("one unit of money (\"MDP\", \"millones de pesos\", \"miles de pesos\")");
    }
    if (header == Header.UNSAID) {
      lacking.add("a header that names \"Programa\" and \"Ramo\"");
    }
    return lacking.isEmpty() ? Optional.empty() : Optional.of(issue(lacking, row));
  }

  private static Issue issue(List<String> lacking, SheetLine row) {
    String expected = String.join(", ", lacking);
    return new Issue(
        IssueCode.AMOUNT_TERMS_UNSTATED,
        Location.cell(row.number(), Heading.BUDGET.title()),
        row.text(),
        "expected the sheet to state " + expected + " but it does not",
        expected);
  }

  private static BigDecimal pesos(String bare) {
    List<BigDecimal> named =
        UNITS.entrySet().stream()
            .filter(unit -> bare.contains(unit.getKey()))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return named.size() == 1 ? named.get(0) : BigDecimal.ZERO;
  }

  /** What stands before the first year's row. */
  private static String header(List<SheetLine> lines, Cells cells) {
    List<SheetLine> header =
        lines.stream().takeWhile(line -> BudgetRow.of(line, cells).isEmpty()).toList();
    return Passage.of(header).bare();
  }

  private static Header header(String bare) {
    int programme = bare.indexOf("programa");
    int branch = bare.indexOf("ramo");
    if (programme < 0 || branch < 0) {
      return Header.UNSAID;
    }
    return programme < branch ? Header.PROGRAMME_FIRST : Header.BRANCH_FIRST;
  }
}
