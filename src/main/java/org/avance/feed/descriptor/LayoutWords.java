package org.avance.feed.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.avance.extract.yaml.YamlMap;
import org.avance.feed.mapping.Condition;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.mapping.Refinement.Aliases;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberStyle;
import org.avance.model.FactKind;
import org.avance.model.MissingReason;

/** The words that say what a layout's files look like and state; the feed may say them for all. */
final class LayoutWords {
  static final Word<FactKind> KIND =
      Word.maybe("kind", Readers.oneOf(FactKind.tabular()), "What its facts are.");
  static final Word<Format> FORMAT =
      Word.optional(
          "format",
          Readers.oneOf(List.of(Format.values())),
          Format.CSV,
          "What the table stands in: delimited text, or a workbook, be it XLSX or XLS.");
  static final Word<Table> DIALECT =
      Word.optional("dialect", DialectWords.TABLE, DialectWords.USUAL, "How the table is written.");
  static final Word<NumberGrammar> NUMBERS =
      Word.optional(
          "numbers",
          NumberWords.GRAMMAR,
          new NumberGrammar(NumberStyle.MEXICAN),
          "How numbers are printed.");
  static final Word<MissingWords> MISSING_VALUES =
      Word.optional(
          "missingValues",
          Readers.mapOf(Readers.oneOf(List.of(MissingReason.values()))).map(MissingWords::new),
          MissingWords.USUAL,
          "Words that stand where a value is missing, each with its reason.");
  static final Word<Aliases> UNIT_ALIASES =
      Word.maybe(
          "unitAliases",
          AliasWords.ALIASES,
          "From units of measure as printed to those they are read as.");
  static final Word<List<YamlMap>> LOOKUPS =
      Word.optional("lookups", Readers.listOf(Readers.MAP), List.of(), "Side files joined by key.");
  static final Word<YamlMap> RECORD =
      Word.maybe(
          "record",
          Readers.MAP.shaped(FactLanguage.shape().named("record")),
          "What each fact of a record takes from it.");
  static final Word<List<YamlMap>> FACTS =
      Word.maybe(
          "facts",
          Readers.listOf(Readers.MAP.shaped(FactLanguage.shape(KIND).named("fact"))),
          "The facts that a record states.");
  static final Word<Pattern> MELT =
      Word.maybe("melt", MeltWords.PATTERN, "Columns that each become a record of their own.");
  static final Word<List<Condition>> FILTER =
      Word.optional(
          "filter", ConditionWords.CONDITIONS, List.of(), "What a record must be to be loaded.");
  static final Word<List<String>> KEY =
      Word.optional(
          "key", Readers.listOf(Readers.TEXT), List.of(), "Columns that identify a record.");

  /** What feed and layout may say; the layout's word holds. */
  static final List<Word<?>> SHARED =
      List.of(
          KIND,
          FORMAT,
          DIALECT,
          NUMBERS,
          MISSING_VALUES,
          UNIT_ALIASES,
          LOOKUPS,
          RECORD,
          FACTS,
          MELT,
          FILTER,
          TotalsWords.TOTALS,
          ControlWords.CONTROLS,
          KEY);

  /** Those of them that are laid over the feed's word by word, instead of replacing it. */
  static final Set<String> MERGED =
      Set.of(
          DIALECT.name(),
          NUMBERS.name(),
          MISSING_VALUES.name(),
          UNIT_ALIASES.name(),
          RECORD.name());

  static final Word<String> NAME = Word.needed("name", Readers.TEXT, "What messages call it.");
  static final Word<List<LayoutTest>> WHEN =
      Word.optional("when", when(), List.of(), "What a file of this layout is known by.");

  static final Words OF_A_LAYOUT =
      new Words(Stream.concat(Stream.of(NAME, WHEN), SHARED.stream()).toList());

  private LayoutWords() {}

  private static Reader<List<LayoutTest>> when() {
    Word<List<String>> header =
        Word.maybe("header", Readers.listOf(Readers.TEXT), "Columns that the header has.");
    Word<Pattern> fileName =
        Word.maybe("fileName", Readers.PATTERN, "What the whole file name is like.");
    return Words.of(header, fileName)
        .as(
            "a map of header or fileName",
            said ->
                Optional.of(
                    Stream.concat(
                            said.find(header).<LayoutTest>map(LayoutTest.HeaderHas::new).stream(),
                            said.find(fileName).map(LayoutTest.FileNameIs::new).stream())
                        .toList()));
  }
}
