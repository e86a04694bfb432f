package org.avance.feed.descriptor;

import static org.avance.feed.mapping.FactWords.INDICATOR;
import static org.avance.feed.mapping.FactWords.INDICATOR_NAME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.extract.yaml.YamlText;
import org.avance.feed.mapping.Condition;
import org.avance.feed.mapping.FactPlan;
import org.avance.feed.mapping.FactPlan.CutOff;
import org.avance.feed.mapping.FactPlan.Part;
import org.avance.feed.mapping.FactPlan.Value;
import org.avance.feed.mapping.FactWord;
import org.avance.feed.mapping.FactWords;
import org.avance.feed.mapping.FigureWord;
import org.avance.feed.mapping.Origin;
import org.avance.feed.mapping.ValueType;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.text.Texts;
import org.avance.model.FactKind;

/** The words of one kind of fact, as {@code record} and {@code facts} of a layout take them. */
final class FactLanguage {
  private static final Word<List<Condition>> WHEN =
      Word.optional(
          "when", ConditionWords.CONDITIONS, List.of(), "What a record must be to yield the fact.");

  private static final Word<List<String>> DISTINCT_ON =
      Word.optional(
          "distinctOn",
          Readers.listOf(Readers.TEXT),
          List.of(),
          "Columns per which the fact is taken once, though many records state it.");

  private final FactKind kind;
  private final YamlMap numbers;
  private final Map<FactWord<?>, Word<Origin>> origins = new LinkedHashMap<>();
  private final Word<Value> value;
  private final Map<FigureWord, Word<Value>> figures = new LinkedHashMap<>();
  private final Word<Part> component;
  private final Word<CutOff> asOf;
  private final Words words;

  /**
   * @param numbers the layout's number style, which a column's own is laid over
   */
  FactLanguage(FactKind kind, AtHand atHand, YamlMap numbers) {
    this.kind = kind;
    this.numbers = numbers;
    for (FactWord<?> word : FactWords.of(kind)) {
      Reader<Origin> origin = OriginWords.of(word.name(), word.type(), atHand).reader();
      origins.put(word, Word.maybe(word.name(), origin, word.meaning()));
    }
    // The accounting adds the figure up by its column, so it stands in the record itself.
    Reader<Value> ownCell = figure("value", new AtHand(atHand.meltGroups(), Map.of()));
    value = Word.needed("value", ownCell, "The figure.");
    for (FigureWord word : FigureWord.of(kind)) {
      Reader<Value> figure = figure(word.name(), atHand);
      figures.put(word, Word.maybe(word.name(), figure, word.meaning()));
    }
    component =
        Word.optional(
            "component", part(atHand), new Part.Whole(), "Which part of the programme it is.");
    asOf =
        Word.optional(
            "asOf",
            new CutOffWords(atHand).reader(),
            new CutOff.None(),
            "Cut-off date printed in the record; never the fact's year.");
    words = new Words(all());
  }

  private List<Word<?>> all() {
    List<Word<?>> all = new ArrayList<>(origins.values());
    all.addAll(figures.values());
    all.addAll(List.of(value, asOf, WHEN, DISTINCT_ON));
    if (kind == FactKind.COVERAGE) {
      all.add(component);
    }
    return all;
  }

  /** All words of all kinds, none of them needed: a fact is said partly by its record. */
  static Shape shape(Word<?>... others) {
    List<Word<?>> all = new ArrayList<>(List.of(others));
    YamlMap nothing = new YamlMap(new Place("", 0, 0), Map.of());
    for (FactKind kind : FactKind.tabular()) {
      all.addAll(
          new FactLanguage(kind, new AtHand(List.of("value"), Map.of()), nothing).words.words());
    }
    return Shape.of(all, List.of());
  }

  List<String> names() {
    return words.names();
  }

  Reader<FactPlan> reader() {
    return words.as("a map of the words of a fact", this::plan);
  }

  private Optional<FactPlan> plan(Said said) {
    Map<FactWord<?>, Origin> found = new HashMap<>();
    origins.forEach((word, name) -> said.find(name).ifPresent(origin -> found.put(word, origin)));
    refuseLack(said, found.keySet());
    if (said.has(DISTINCT_ON)) {
      refuseIndistinct(said, found);
    }
    Map<FigureWord, Value> further = new HashMap<>();
    figures.forEach((word, name) -> said.find(name).ifPresent(each -> further.put(word, each)));
    return Optional.of(
        new FactPlan(
            kind,
            found,
            said.get(value),
            further,
            said.get(component),
            said.get(asOf),
            said.get(WHEN),
            said.get(DISTINCT_ON)));
  }

  /** Were a key taken from another column, the records that repeat the fact would differ in it. */
  private void refuseIndistinct(Said said, Map<FactWord<?>, Origin> found) {
    Map<String, Origin> keys = new TreeMap<>();
    found.forEach(
        (word, origin) -> {
          if (FactWords.isKey(word)) {
            keys.put(word.name(), origin);
          }
        });
    if (said.get(component) instanceof Part.Named named) {
      keys.put(component.name(), named.name());
    }
    Set<String> distinct = new HashSet<>();
    said.get(DISTINCT_ON).forEach(column -> distinct.add(Texts.folded(column)));
    keys.forEach(
        (word, origin) ->
            origin
                .columns()
                .filter(column -> !distinct.contains(Texts.folded(column)))
                .forEach(
                    column ->
                        said.fault(
                            DISTINCT_ON,
                            "expected it to name %s too, because %s is taken from it"
                                .formatted(Texts.quoted(column), word))));
  }

  private void refuseLack(Said said, Set<FactWord<?>> found) {
    if (!found.contains(FactWords.AGENCY) && !found.contains(FactWords.PROGRAMME)) {
      said.spot()
          .fault(said.map().place(), "expected agency or programme, or both, but found neither");
    }
    refuseLackOf(said, found, FactKind.BUDGET, FactWords.STAGE);
    refuseLackOf(said, found, FactKind.SCORE, FactWords.MODEL);
    boolean named = found.contains(INDICATOR) || found.contains(INDICATOR_NAME);
    if (kind == FactKind.INDICATOR && !named) {
      said.spot()
          .fault(
              said.map().place(),
              "expected indicator or indicatorName, or both, but found neither");
    }
  }

  private void refuseLackOf(Said said, Set<FactWord<?>> found, FactKind of, FactWord<?> word) {
    if (kind == of && !found.contains(word)) {
      said.missing(word.name(), word.type().expected());
    }
  }

  private Reader<Value> figure(String word, AtHand atHand) {
    Reader<YamlMap> style = Readers.MAP.shaped(NumberWords.GRAMMAR.shape());
    Word<YamlMap> own = Word.maybe("numbers", style, "How this column prints numbers.");
    OriginWords cell = OriginWords.ofFigure(word, atHand).with(own);
    Reader<Value> map =
        cell.words()
            .as(
                cell.expected(),
                said ->
                    cell.origin(said)
                        .flatMap(origin -> value(origin, said.find(own), said.spot())));
    return new Reader<>(
        cell.expected(),
        (node, spot) ->
            node instanceof YamlText
                ? cell.reader()
                    .read(node, spot)
                    .flatMap(origin -> value(origin, Optional.empty(), spot))
                : map.read(node, spot),
        cell.shape().named("figure"));
  }

  private Optional<Value> value(Origin origin, Optional<YamlMap> own, Spot spot) {
    YamlMap style = own.map(upper -> Overlay.of(numbers, upper, Set.of())).orElse(numbers);
    Optional<NumberGrammar> grammar = NumberWords.GRAMMAR.read(style, spot.of("numbers"));
    return grammar.map(read -> new Value(origin, read));
  }

  private static Reader<Part> part(AtHand atHand) {
    Reader<Origin> name = OriginWords.of("component", ValueType.text(0), atHand).reader();
    return new Reader<>(
        "whole, parts, or " + name.expected(),
        (node, spot) ->
            switch (plain(node)) {
              case "whole" -> Optional.of(new Part.Whole());
              case "parts" -> Optional.of(new Part.Unnamed());
              default -> name.read(node, spot).map(Part.Named::new);
            },
        name.shape());
  }

  private static String plain(YamlNode node) {
    return node instanceof YamlText text ? text.text() : "";
  }
}
