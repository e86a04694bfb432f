package org.avance.feed.descriptor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.extract.yaml.YamlMap;
import org.avance.extract.yaml.YamlNode;
import org.avance.feed.sheet.SheetWords;
import org.avance.feed.trust.Scope;

/** Reads a whole descriptor, or finds all its faults. */
public final class DescriptorReader {
  private static final Word<String> FEED =
      Word.needed("feed", Readers.TEXT, "The feed's name: the file's, without .yaml.");
  private static final Word<String> TITLE =
      Word.needed("title", Readers.TEXT, "What the files are, for people.");
  private static final Word<String> AGENCY =
      Word.needed("agency", Readers.TEXT, "Who sends the files.");
  private static final Word<String> SOURCE =
      Word.optional("source", Readers.TEXT, "", "Where the agency publishes them.");
  private static final Word<List<String>> FILES =
      Word.needed(
          "files", Readers.listOf(Readers.GLOB), "Which files of the inbox are the feed's.");
  private static final Word<EditionPlan> EDITION =
      Word.optional(
          "edition",
          EditionWords.EDITION,
          new EditionPlan.ByArrival(),
          "What orders the deliveries, and the year they report on.");
  private static final Word<Scope> SCOPE =
      Word.maybe(
          "scope",
          Readers.oneOf(List.of(Scope.EDITION, Scope.FEED, Scope.NONE)),
          "What a delivery states completely; the edition, where there is one.");
  private static final Word<List<YamlMap>> LAYOUTS =
      Word.maybe(
          "layouts",
          Readers.listOf(Readers.MAP.shaped(Shape.of(LayoutWords.OF_A_LAYOUT).named("layout"))),
          "The forms that files have or had.");

  /** Those that tables and documents share. */
  private static final Set<Word<?>> OF_DOCUMENTS =
      Set.of(LayoutWords.NUMBERS, LayoutWords.MISSING_VALUES);

  static final Words WORDS =
      new Words(
          Stream.of(
                  List.of(FEED, TITLE, AGENCY, SOURCE, FILES, EDITION, SCOPE),
                  PackingWords.ALL,
                  TrustWords.ALL,
                  LayoutWords.SHARED,
                  List.of(LAYOUTS, DocumentWords.SHEET))
              .<Word<?>>flatMap(List::stream)
              .toList());

  private final YamlMap map;
  private final Faults faults = new Faults();

  private DescriptorReader(YamlMap map) {
    this.map = map;
  }

  /** A descriptor, or why there is none: exactly one of the two is not empty. */
  public record Outcome(List<Descriptor> descriptors, List<DescriptorFault> faults) {
    public Outcome {
      descriptors = List.copyOf(descriptors);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads the map of a file.
   *
   * @param name what the feed must be called
   */
  public static Outcome read(YamlMap map, String name) {
    DescriptorReader reader = new DescriptorReader(map);
    List<Descriptor> sound = reader.descriptor(name).stream().toList();
    List<DescriptorFault> faults = reader.faults.listed();
    return new Outcome(faults.isEmpty() ? sound : List.of(), faults);
  }

  private Optional<Descriptor> descriptor(String name) {
    Spot spot = Spot.section("the descriptor", faults);
    Optional<Said> said = WORDS.read(map, spot);
    said.filter(each -> !each.get(FEED).equals(name)).ifPresent(each -> misnamed(each, name));
    if (map.find(DocumentWords.SHEET.name()).isPresent()) {
      refuseTableWords(spot);
      return said.map(each -> descriptor(each, List.of(), documents(each)));
    }
    // What lies in the layouts is read even where the feed's own words are wrong.
    List<Layout> layouts = layouts(spot);
    return said.map(each -> descriptor(each, layouts, List.of()));
  }

  /** Words about tables mean nothing where files are whole documents. */
  private void refuseTableWords(Spot spot) {
    Stream.concat(LayoutWords.SHARED.stream(), Stream.of(LAYOUTS, EDITION, SCOPE))
        .filter(word -> !OF_DOCUMENTS.contains(word))
        .forEach(
            word ->
                map.find(word.name())
                    .ifPresent(
                        node ->
                            spot.fault(
                                node.place(),
                                "the word \"%s\" is of tables, but the feed's files are whole documents (\"sheet\")"
                                    .formatted(word.name()))));
  }

  private static List<SheetWords> documents(Said said) {
    return said
        .find(DocumentWords.SHEET)
        .map(
            words ->
                DocumentWords.with(
                    words, said.get(LayoutWords.NUMBERS), said.get(LayoutWords.MISSING_VALUES)))
        .stream()
        .toList();
  }

  private Descriptor descriptor(Said said, List<Layout> layouts, List<SheetWords> documents) {
    return new Descriptor(
        said.get(FEED),
        said.get(TITLE),
        said.get(AGENCY),
        said.get(SOURCE),
        said.get(FILES),
        PackingWords.packing(said),
        said.get(EDITION),
        scope(said),
        TrustWords.trust(said),
        layouts,
        documents);
  }

  private static void misnamed(Said said, String name) {
    said.fault(
        FEED, "expected the file's name \"%s\" but found \"%s\"".formatted(name, said.get(FEED)));
  }

  private static Scope scope(Said said) {
    if (said.has(DocumentWords.SHEET)) {
      return Scope.DOCUMENT;
    }
    boolean hasEdition = said.get(EDITION) instanceof EditionPlan.Named;
    Scope scope = said.find(SCOPE).orElse(hasEdition ? Scope.EDITION : Scope.NONE);
    if (scope == Scope.EDITION && !hasEdition) {
      said.fault(
          SCOPE, "expected feed or none, because the feed has no edition, but found edition");
    }
    return scope;
  }

  private List<Layout> layouts(Spot spot) {
    List<String> shared = LayoutWords.SHARED.stream().<String>map(Word::name).toList();
    YamlMap base = Overlay.only(map, shared::contains);
    Optional<List<YamlMap>> own =
        map.find(LAYOUTS.name())
            .flatMap(node -> LAYOUTS.reader().read(node, spot.of(LAYOUTS.name())));
    if (own.isEmpty()) {
      return map.find(LAYOUTS.name()).isPresent() ? List.of() : only(base, spot);
    }
    List<Layout> layouts = new ArrayList<>();
    Spot here = spot.section(LAYOUTS.name());
    for (YamlMap each : own.get()) {
      LayoutWords.OF_A_LAYOUT
          .said(Overlay.of(base, each, LayoutWords.MERGED), here)
          .flatMap(
              said ->
                  reader(said)
                      .read(said.find(LayoutWords.NAME).orElse(""), said.get(LayoutWords.WHEN)))
          .ifPresent(layouts::add);
    }
    refuseUnreachable(own.get(), here);
    return layouts;
  }

  private List<Layout> only(YamlMap base, Spot spot) {
    return new Words(LayoutWords.SHARED)
        .said(base, spot).flatMap(said -> reader(said).read("", List.of())).stream().toList();
  }

  private LayoutReader reader(Said said) {
    return LayoutReader.of(said, map.find(EDITION.name()).isPresent());
  }

  /**
   * A layout without {@code when} takes every file, so it must be the last; and names tell apart.
   */
  private static void refuseUnreachable(List<YamlMap> layouts, Spot spot) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < layouts.size(); i++) {
      YamlMap layout = layouts.get(i);
      String name = layout.find(LayoutWords.NAME.name()).map(YamlNode::describe).orElse("");
      if (!name.isEmpty() && !names.add(name)) {
        spot.fault(layout.place(), "expected each name once but found " + name + " again");
      }
      if (i < layouts.size() - 1 && layout.find(LayoutWords.WHEN.name()).isEmpty()) {
        spot.fault(
            layout.place(),
            "expected the word \"when\", because only the last layout takes any file, but found none");
      }
    }
  }
}
