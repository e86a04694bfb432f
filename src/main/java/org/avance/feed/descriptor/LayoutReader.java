package org.avance.feed.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.yaml.YamlKey;
import org.avance.extract.yaml.YamlMap;
import org.avance.feed.mapping.FactPlan;
import org.avance.feed.mapping.FactWords;
import org.avance.feed.mapping.FootingPlan;
import org.avance.feed.mapping.Lookup;
import org.avance.feed.mapping.MappingPlan;
import org.avance.feed.mapping.Melt;
import org.avance.model.FactKind;

/**
 * Makes a layout of what its map says, the feed's own words already under it. Each fact is laid
 * over the record's words, as far as its kind knows them, and read as one map.
 *
 * @param hasEdition whether the feed states the year that facts report on
 * @param lookups the sound ones, by their names
 */
record LayoutReader(Said said, boolean hasEdition, Map<String, Lookup> lookups) {

  /** Words without which the facts can't be judged. */
  private static final List<Word<?>> DEPENDED_ON =
      List.of(
          LayoutWords.FACTS,
          LayoutWords.RECORD,
          LayoutWords.KIND,
          LayoutWords.MELT,
          LayoutWords.NUMBERS,
          LayoutWords.UNIT_ALIASES,
          LayoutWords.LOOKUPS);

  static LayoutReader of(Said said, boolean hasEdition) {
    Map<String, Lookup> lookups =
        LookupWords.read(
            said.get(LayoutWords.LOOKUPS),
            groups(said),
            said.spot().of(LayoutWords.LOOKUPS.name()));
    return new LayoutReader(said, hasEdition, lookups);
  }

  private static List<String> groups(Said said) {
    return said.find(LayoutWords.MELT).map(Groups::named).orElse(List.of());
  }

  /** The layout; empty once a fault has been added. */
  Optional<Layout> read(String name, List<LayoutTest> when) {
    Table table = said.get(LayoutWords.DIALECT);
    Format format = said.get(LayoutWords.FORMAT);
    refuseMeaningless(format);
    Melt melt = said.find(LayoutWords.MELT).<Melt>map(Melt.Columns::new).orElseGet(Melt.None::new);
    return facts()
        .map(
            facts ->
                new MappingPlan(
                    facts,
                    melt,
                    said.get(LayoutWords.KEY),
                    said.get(LayoutWords.FILTER),
                    footing(facts),
                    said.get(LayoutWords.MISSING_VALUES),
                    table.raggedRows()))
        .map(plan -> new Layout(name, when, format.of(table), plan));
  }

  /** Adds a fault for each word of the dialect that means nothing in this format. */
  private void refuseMeaningless(Format format) {
    Spot spot = said.spot().of(LayoutWords.DIALECT.name());
    for (YamlKey key : map(LayoutWords.DIALECT).entries().keySet()) {
      if (DialectWords.ALL.names().contains(key.text())
          && !format.dialectWords().contains(key.text())) {
        spot.fault(key.place(), meaningless(key.text(), format));
      }
    }
  }

  private static String meaningless(String word, Format format) {
    return "the word \"%s\" has no meaning in format %s; expected words of %s"
        .formatted(
            word, format.name().toLowerCase(Locale.ROOT), String.join(", ", format.dialectWords()));
  }

  private FootingPlan footing(List<FactPlan> facts) {
    return new FootingPlan(
        said.get(TotalsWords.TOTALS),
        said.get(ControlWords.CONTROLS).stream()
            .map(control -> control.plan(said.get(LayoutWords.NUMBERS), facts))
            .toList());
  }

  private Optional<List<FactPlan>> facts() {
    Optional<List<YamlMap>> maps = said.find(LayoutWords.FACTS);
    boolean lookupsAreSound = lookups.size() == said.get(LayoutWords.LOOKUPS).size();
    if (!lookupsAreSound || !DEPENDED_ON.stream().allMatch(said::isSound)) {
      return Optional.empty();
    }
    if (maps.isEmpty()) {
      said.missing(LayoutWords.FACTS.name(), "a list of the facts that a record states");
      return Optional.empty();
    }
    Set<FactKind> kinds = new LinkedHashSet<>();
    List<FactPlan> plans = new ArrayList<>();
    for (YamlMap map : maps.get()) {
      Optional<FactKind> kind = kind(map);
      kind.ifPresent(kinds::add);
      kind.flatMap(known -> fact(known, map)).ifPresent(plans::add);
    }
    if (!kinds.isEmpty()) {
      refuseForeign(record(), kinds, said.spot().section(LayoutWords.RECORD.name()));
    }
    return plans.size() == maps.get().size() ? Optional.of(plans) : Optional.empty();
  }

  /** The fact's own kind, else the layout's. */
  private Optional<FactKind> kind(YamlMap fact) {
    Word<FactKind> word = LayoutWords.KIND;
    Spot spot = said.spot().of(word.name());
    if (fact.find(word.name()).isPresent()) {
      return fact.find(word.name()).flatMap(node -> word.reader().read(node, spot));
    }
    Optional<FactKind> kind = said.find(word);
    if (kind.isEmpty()) {
      said.spot()
          .section(LayoutWords.FACTS.name())
          .missingWord(fact, word.name(), word.reader().expected());
    }
    return kind;
  }

  private Optional<FactPlan> fact(FactKind kind, YamlMap fact) {
    FactLanguage language = language(kind);
    YamlMap own = Overlay.only(fact, word -> !word.equals(LayoutWords.KIND.name()));
    Spot spot = said.spot().section(LayoutWords.FACTS.name());
    refuseForeign(own, Set.of(kind), spot);
    YamlMap shared = Overlay.only(record(), language.names()::contains);
    YamlMap whole = Overlay.of(shared, Overlay.only(own, language.names()::contains), Set.of());
    Optional<FactPlan> plan = language.reader().read(whole, spot);
    if (!hasEdition && whole.find(FactWords.YEAR.name()).isEmpty()) {
      spot.fault(
          fact.place(),
          "expected the word \"year\", because the feed has no edition, but found none");
    }
    return plan.map(this::withUnitAliases);
  }

  private FactPlan withUnitAliases(FactPlan plan) {
    return said.find(LayoutWords.UNIT_ALIASES)
        .map(aliases -> plan.with(FactWords.UNIT, aliases))
        .orElse(plan);
  }

  /** Adds a fault for each word that none of these kinds knows. */
  private void refuseForeign(YamlMap map, Set<FactKind> kinds, Spot spot) {
    List<String> known =
        kinds.stream().flatMap(kind -> language(kind).names().stream()).distinct().toList();
    for (YamlKey key : map.entries().keySet()) {
      if (known.contains(key.text())) {
        continue;
      }
      Optional<FactKind> other =
          FactKind.tabular().stream()
              .filter(kind -> language(kind).names().contains(key.text()))
              .findFirst();
      other.ifPresentOrElse(
          kind -> spot.fault(key.place(), belongs(key.text(), kind, kinds)),
          () -> spot.unknownWord(key.place(), key.text(), known));
    }
  }

  private static String belongs(String word, FactKind other, Set<FactKind> kinds) {
    return "the word \"%s\" belongs to %s facts, not to %s ones"
        .formatted(
            word,
            spelled(other),
            kinds.stream().map(LayoutReader::spelled).collect(Collectors.joining(" or ")));
  }

  private static String spelled(FactKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private FactLanguage language(FactKind kind) {
    return new FactLanguage(kind, new AtHand(groups(said), lookups), map(LayoutWords.NUMBERS));
  }

  private YamlMap record() {
    return map(LayoutWords.RECORD);
  }

  private YamlMap map(Word<?> word) {
    return said.map()
        .find(word.name())
        .filter(YamlMap.class::isInstance)
        .map(YamlMap.class::cast)
        .orElseGet(() -> new YamlMap(said.map().place(), Map.of()));
  }
}
