package org.avance.feed.descriptor;

import java.util.List;
import java.util.Optional;
import org.avance.feed.mapping.Condition;
import org.avance.feed.mapping.ControlPlan;
import org.avance.feed.mapping.FactPlan;
import org.avance.feed.mapping.FactPlan.Value;
import org.avance.feed.mapping.Origin;
import org.avance.feed.mapping.Source;
import org.avance.feed.number.NumberGrammar;

/** {@code controls}: figures that a file prints about itself and must meet. */
final class ControlWords {
  private static final Word<String> COUNT =
      Word.maybe("count", Readers.exactly(List.of("records")), "The figure counts the records.");
  private static final Word<String> SUM =
      Word.maybe("sum", Readers.TEXT, "The figure adds this value column up.");
  private static final Word<Origin> PRINTED =
      Word.needed("printed", OriginWords.ofControl().reader(), "Where the figure stands.");
  private static final Word<List<Condition>> ROW =
      Word.optional(
          "row",
          ConditionWords.CONDITIONS,
          List.of(),
          "By which the row is known that the figure stands in.");

  static final Word<List<Spoken>> CONTROLS =
      Word.optional(
          "controls",
          Readers.listOf(
              Words.of(COUNT, SUM, PRINTED, ROW)
                  .as("a map of count or sum, printed and row", ControlWords::spoken)),
          List.of(),
          "Figures that a file prints about itself and must meet.");

  private ControlWords() {}

  /** What one control says, before the layout's numbers are known. */
  record Spoken(String sumOf, Origin printed, List<Condition> row) {

    /** A sum is printed as its column is; a count in the layout's style, but never in thousands. */
    ControlPlan plan(NumberGrammar layout, List<FactPlan> facts) {
      NumberGrammar plain = new NumberGrammar(layout.style().unscaled());
      NumberGrammar grammar =
          sumOf.isEmpty()
              ? plain
              : facts.stream()
                  .map(FactPlan::value)
                  .filter(value -> value.origin().columns().anyMatch(sumOf::equals))
                  .map(Value::grammar)
                  .findFirst()
                  .orElse(layout);
      return new ControlPlan(sumOf, new Value(printed, grammar), row);
    }
  }

  private static Optional<Spoken> spoken(Said said) {
    boolean inRow = said.get(PRINTED).source() instanceof Source.Column;
    if (inRow && !said.has(ROW)) {
      said.missing(ROW.name(), ROW.reader().expected());
    }
    if (!inRow && said.has(ROW)) {
      said.fault(ROW, "expected it beside a column only");
    }
    return said.exactlyOne(COUNT, SUM)
        .map(one -> new Spoken(said.find(SUM).orElse(""), said.get(PRINTED), said.get(ROW)));
  }
}
