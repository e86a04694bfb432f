package org.avance.feed.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.avance.extract.yaml.Place;
import org.avance.extract.yaml.YamlNode;
import org.avance.extract.yaml.YamlText;
import org.avance.feed.mapping.Extract;
import org.avance.feed.mapping.Lookup;
import org.avance.feed.mapping.Melting;
import org.avance.feed.mapping.Origin;
import org.avance.feed.mapping.Refinement;
import org.avance.feed.mapping.Refinement.Pad;
import org.avance.feed.mapping.Refinement.ValueMap;
import org.avance.feed.mapping.Slug;
import org.avance.feed.mapping.Source;
import org.avance.feed.mapping.ValueType;
import org.avance.feed.text.Texts;
import org.avance.issue.NearestWord;

/**
 * What a word of a record is made of. A plain text is a column's name; a map names one source and
 * its refinements.
 *
 * @param word the word that the origin is for: a group of its name is taken from patterns
 * @param type which constants and mapped texts make sense
 * @param groups of the layout's melt pattern, which names of columns may contain: {@code
 *     ${group}_CUAL}
 */
record OriginWords(
    String word,
    ValueType<?> type,
    List<String> groups,
    List<Word<?>> sources,
    List<Word<?>> others) {
  private static final AtHand NOTHING = new AtHand(List.of(), Map.of());

  static final Word<String> COLUMN =
      Word.maybe("column", Readers.TEXT, "The cell under this column name.");
  static final Word<String> CONSTANT =
      Word.maybe("constant", Readers.TEXT, "The same text for every record.");

  private static final Word<String> BETWEEN =
      Word.maybe("constant", Readers.ANY_TEXT, "The same text for every record.");
  private static final Word<Pad> PAD =
      Word.maybe("pad", PadWords.PAD, "Fills the text up from the left.");
  private static final Word<Map<String, String>> VALUE_MAP =
      Word.maybe(
          "valueMap",
          Readers.mapOf(Readers.ANY_TEXT),
          "From printed words to those meant; * is any other.");
  private static final Word<Boolean> SLUG =
      Word.optional(
          "slug", Readers.BOOLEAN, false, "true makes a code of a text, where none is printed.");
  private static final Word<Boolean> ASSUMED =
      Word.optional(
          "assumed", Readers.BOOLEAN, false, "true where the file does not say so: views show it.");

  /** The origin of a word, with what the layout has at hand. */
  static OriginWords of(String word, ValueType<?> type, AtHand atHand) {
    List<Word<?>> sources =
        new ArrayList<>(List.of(COLUMN, CONSTANT, fileName(word), headerCell(word)));
    sources.add(compose(ofPart(word, atHand)));
    sources.addAll(ofLayout(atHand));
    return new OriginWords(
        word,
        type,
        atHand.meltGroups(),
        sources,
        List.of(
            pattern(word),
            PAD,
            VALUE_MAP,
            AliasWords.OF_A_WORD,
            SLUG,
            FallbackWords.DEFAULT,
            ASSUMED));
  }

  /** The sources that only some layouts have. */
  private static List<Word<?>> ofLayout(AtHand atHand) {
    List<Word<?>> sources = new ArrayList<>();
    if (!atHand.meltGroups().isEmpty()) {
      sources.add(melted(atHand.meltGroups()));
    }
    if (!atHand.lookups().isEmpty()) {
      sources.add(lookup(atHand.lookups()));
    }
    return sources;
  }

  /** One part of a composed text; what is between the others may be a blank. */
  private static OriginWords ofPart(String word, AtHand atHand) {
    List<Word<?>> sources =
        new ArrayList<>(List.of(COLUMN, BETWEEN, fileName(word), headerCell(word)));
    sources.addAll(ofLayout(atHand));
    return new OriginWords(
        word,
        ValueType.text(0),
        atHand.meltGroups(),
        sources,
        List.of(pattern(word), PAD, VALUE_MAP, FallbackWords.DEFAULT));
  }

  /** What a record names its partner in a lookup by. */
  static OriginWords ofRecordKey(AtHand atHand) {
    OriginWords any = of("by", ValueType.text(0), atHand);
    return new OriginWords(
        any.word, any.type, any.groups, any.sources, List.of(pattern(any.word), PAD, VALUE_MAP));
  }

  /** What a record of a side file is known by. */
  static OriginWords ofSideKey() {
    String word = "key";
    return new OriginWords(
        word,
        ValueType.text(0),
        List.of(),
        List.of(COLUMN),
        List.of(pattern(word), PAD, VALUE_MAP));
  }

  /** The origin of a figure, which stands in a cell of the record or of its partner. */
  static OriginWords ofFigure(String word, AtHand atHand) {
    List<Word<?>> sources = new ArrayList<>(List.of(COLUMN));
    if (!atHand.meltGroups().isEmpty()) {
      sources.add(melted(List.of(Source.Melted.VALUE)));
    }
    if (!atHand.lookups().isEmpty()) {
      sources.add(lookup(atHand.lookups()));
    }
    return new OriginWords(
        word, ValueType.text(0), atHand.meltGroups(), sources, List.of(pattern(word), VALUE_MAP));
  }

  /** The origin of a figure that the file prints about itself. */
  static OriginWords ofControl() {
    String word = "printed";
    List<Word<?>> sources = List.of(COLUMN, fileName(word), headerCell(word));
    return new OriginWords(word, ValueType.text(0), List.of(), sources, List.of(pattern(word)));
  }

  /** The origin of an edition, which is known before the file is opened. */
  static OriginWords ofEdition() {
    String word = "edition";
    OriginWords part =
        new OriginWords(
            word,
            ValueType.text(0),
            List.of(),
            List.of(BETWEEN, fileName(word)),
            List.of(pattern(word), VALUE_MAP));
    List<Word<?>> sources = List.of(CONSTANT, fileName(word), compose(part));
    return new OriginWords(
        word, ValueType.CODE, List.of(), sources, List.of(pattern(word), VALUE_MAP));
  }

  /** The same, with a word of its own beside the refinements. */
  OriginWords with(Word<?> another) {
    List<Word<?>> more = new ArrayList<>(others);
    more.add(another);
    return new OriginWords(word, type, groups, sources, more);
  }

  Words words() {
    List<Word<?>> all = new ArrayList<>(sources);
    all.addAll(others);
    return new Words(all);
  }

  String expected() {
    List<String> names = new Words(sources).names();
    return "a column's name, or a map with "
        + (names.size() > 1 ? "one of " : "")
        + String.join(", ", names);
  }

  Reader<Origin> reader() {
    Reader<Origin> map = words().as(expected(), this::origin);
    return new Reader<>(
        expected(), (node, spot) -> column(node, spot).or(() -> readMap(map, node, spot)), shape());
  }

  /** A column's name, where this origin may be one, or a map with a source. */
  Shape shape() {
    Shape map = mapShape();
    return (sources.contains(COLUMN) ? Shape.either(Shape.TEXT, map) : map).named("origin");
  }

  /** A map with a source, which may be a lookup whether or not the layout at hand has one. */
  Shape mapShape() {
    List<Word<?>> all = new ArrayList<>(words().words());
    all.add(Word.maybe("lookup", Readers.TEXT, lookup(Map.of()).meaning()));
    return Shape.of(new Words(all)).withSomeOf(sources.toArray(Word<?>[]::new));
  }

  private Optional<Origin> readMap(Reader<Origin> map, YamlNode node, Spot spot) {
    return node instanceof YamlText ? spot.expected(expected(), node) : map.read(node, spot);
  }

  /** A plain text as the name of a column, where this origin may be one. */
  private Optional<Origin> column(YamlNode node, Spot spot) {
    if (!(node instanceof YamlText text) || text.text().isBlank() || !sources.contains(COLUMN)) {
      return Optional.empty();
    }
    checkPlaces(text.text(), text.place(), spot);
    return Optional.of(Origin.of(new Source.Column(text.text())));
  }

  /** What the name of a column takes from that of a melted one must be a group of the pattern. */
  private void checkPlaces(String column, Place place, Spot spot) {
    for (String group : groups.isEmpty() ? List.<String>of() : Melting.placesIn(column)) {
      if (!groups.contains(group)) {
        String near =
            NearestWord.of(group, groups)
                .map(each -> "; did you mean \"" + each + "\"?")
                .orElse("");
        spot.fault(
            place,
            "expected ${…} to name one of the groups %s but found \"%s\"%s"
                .formatted(String.join(", ", groups), group, near));
      }
    }
  }

  /** What a map says, once its words are read. */
  Optional<Origin> origin(Said said) {
    Optional<Word<?>> one = oneSource(said);
    if (!said.has(lookup(Map.of()))) {
      said.find(COLUMN)
          .ifPresent(name -> checkPlaces(name, said.map().place(), said.spot().of(COLUMN.name())));
    }
    said.find(CONSTANT).ifPresent(text -> check(text, CONSTANT, said));
    said.find(VALUE_MAP)
        .ifPresent(map -> map.values().forEach(text -> check(text, VALUE_MAP, said)));
    said.get(FallbackWords.DEFAULT)
        .forEach(fallback -> check(fallback.text(), FallbackWords.DEFAULT, said));
    return one.map(
        found ->
            new Origin(
                source(said),
                refinements(said),
                said.get(FallbackWords.DEFAULT),
                said.get(ASSUMED)));
  }

  /** Beside {@code lookup}, {@code column} is no source: it is the side file's. */
  private Optional<Word<?>> oneSource(Said said) {
    boolean looksUp = said.has(lookup(Map.of()));
    if (looksUp && !said.has(COLUMN)) {
      said.missing(COLUMN.name(), "the name of the side file's column");
      return Optional.empty();
    }
    return said.exactlyOne(
        sources.stream().filter(each -> !looksUp || !each.equals(COLUMN)).toArray(Word<?>[]::new));
  }

  private Source source(Said said) {
    return said.find(lookup(Map.of()))
        .<Source>map(lookup -> new Source.Looked(lookup, said.get(COLUMN)))
        .or(() -> said.find(COLUMN).map(Source.Column::new))
        .or(() -> said.find(CONSTANT).map(Source.Constant::new))
        .or(() -> said.find(fileName(word)).map(Source.FileName::new))
        .or(() -> said.find(headerCell(word)).map(Source.HeaderCell::new))
        .or(() -> said.find(compose(ofPart(word, NOTHING))).map(Source.Composed::new))
        .orElseGet(() -> new Source.Melted(said.get(melted(List.of()))));
  }

  private List<Refinement> refinements(Said said) {
    List<Refinement> refinements = new ArrayList<>();
    said.find(pattern(word)).ifPresent(refinements::add);
    said.find(PAD).ifPresent(refinements::add);
    said.find(VALUE_MAP).map(OriginWords::valueMap).ifPresent(refinements::add);
    said.find(AliasWords.OF_A_WORD).ifPresent(refinements::add);
    said.find(SLUG).filter(yes -> yes).ifPresent(yes -> refinements.add(new Slug()));
    return refinements;
  }

  private static ValueMap valueMap(Map<String, String> printed) {
    Map<String, String> byKey = new TreeMap<>();
    printed.forEach((from, to) -> byKey.put(Texts.key(from), to));
    return new ValueMap(byKey);
  }

  /** A text that the descriptor gives must be one that the word takes. */
  private void check(String text, Word<?> from, Said said) {
    if (text.isBlank() || type.parse().apply(text).isPresent()) {
      return;
    }
    String near =
        NearestWord.of(text, type.choices())
            .map(each -> "; did you mean \"" + each + "\"?")
            .orElse("");
    said.fault(from, "expected " + type.expected() + " but found " + Texts.quoted(text) + near);
  }

  private static Word<Extract> fileName(String word) {
    return Word.maybe("fileName", Groups.extract(word), "What a pattern takes from the file name.");
  }

  private static Word<Extract> headerCell(String word) {
    return Word.maybe(
        "headerCell", Groups.extract(word), "What a pattern finds in header or preamble.");
  }

  private static Word<List<Origin>> compose(OriginWords part) {
    return Word.maybe(
        "compose", Readers.listOf(part.reader()), "Several texts, one behind the other.");
  }

  private static Word<Extract> pattern(String word) {
    return Word.maybe("pattern", Groups.extract(word), "What a pattern takes from the whole text.");
  }

  private static Word<Lookup> lookup(Map<String, Lookup> byName) {
    List<String> names = byName.keySet().stream().sorted().toList();
    return Word.maybe(
        "lookup", Readers.exactly(names).map(byName::get), "The lookup whose column is taken.");
  }

  private static Word<String> melted(List<String> groups) {
    return Word.maybe(
        "melted", Readers.exactly(groups).shaped(Shape.TEXT), "A group of the melt pattern.");
  }
}
