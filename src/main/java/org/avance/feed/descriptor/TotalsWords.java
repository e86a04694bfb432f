package org.avance.feed.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.extract.yaml.YamlMap;
import org.avance.feed.mapping.Condition;
import org.avance.feed.mapping.Origin;
import org.avance.feed.mapping.Source;
import org.avance.feed.mapping.TotalsPlan;
import org.avance.feed.mapping.ValueType;

/** {@code totals}: rows that add other rows up, all of them or those of a group. */
final class TotalsWords {
  private static final Word<List<Condition>> WHEN =
      Word.needed("when", ConditionWords.CONDITIONS, "What a row of totals is known by.");
  private static final Reader<Origin> ORIGIN =
      OriginWords.of("of", ValueType.text(0), new AtHand(List.of(), Map.of())).reader();
  private static final Word<Map<String, Origin>> OF =
      Word.optional(
          "of",
          new Reader<>(
              "columns, or a map from columns to where the row prints the group",
              (node, spot) ->
                  node instanceof YamlMap
                      ? Readers.mapOf(ORIGIN).read(node, spot)
                      : Readers.listOf(Readers.TEXT).read(node, spot).map(TotalsWords::each)),
          Map.of(),
          "Columns in which the records that the row adds up agree; else all records.");

  static final Word<List<TotalsPlan>> TOTALS =
      Word.optional(
          "totals",
          Readers.listOf(
              Words.of(WHEN, OF)
                  .as(
                      "a map of when and its conditions",
                      said -> Optional.of(new TotalsPlan(said.get(WHEN), said.get(OF))))),
          List.of(),
          "Rows that add others up: compared with them and not loaded.");

  private TotalsWords() {}

  /** Each printed in its own column. */
  private static Map<String, Origin> each(List<String> columns) {
    Map<String, Origin> of = new LinkedHashMap<>();
    columns.forEach(column -> of.put(column, Origin.of(new Source.Column(column))));
    return of;
  }
}
