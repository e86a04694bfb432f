package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.model.Budget;
import org.avance.model.Stated;

/**
 * The share of the ramo's budget that the analysis of the sector repeats in a sentence, {@code En
 * 2017, el Programa ejerció 1.17% del presupuesto del Ramo}, held against the table.
 */
record SectorShare(Passage text, List<Budget> amounts, Cells cells) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:en|durante)(?: el)? ((?:19|20)\\d\\d),?[^.;]{0,60}? ejercio(?: el)?"
              + " (\\d[\\d.,]* ?%) del presupuesto (?:total )?del ramo");

  /** A piece with an issue for each sentence that the table contradicts. */
  List<Piece> pieces() {
    return SENTENCE
        .matcher(text.bare())
        .results()
        .flatMap(
            found ->
                check(Integer.parseInt(found.group(1)), text.part(found.start(2), found.end(2)))
                    .stream())
        .toList();
  }

  private Optional<Piece> check(int year, Passage stated) {
    Optional<Stated<BigDecimal>> own = amount(year, BudgetBlock.PROGRAMME);
    Optional<Stated<BigDecimal>> all = amount(year, BudgetBlock.BRANCH);
    if (own.isEmpty() || all.isEmpty()) {
      return Optional.empty();
    }
    String name = Heading.SECTOR_ANALYSIS.title();
    return new Ratio(name, stated.text(), stated.lines().get(0).number())
        .check(own.get(), all.get(), cells)
        .map(issue -> new Piece(stated.lines(), List.of(), List.of(issue)));
  }

  private Optional<Stated<BigDecimal>> amount(int year, String column) {
    return amounts.stream()
        .filter(each -> each.year() == year && each.valueColumn().equals(column))
        .map(Budget::figure)
        .filter(Stated::isGiven)
        .findFirst();
  }
}
