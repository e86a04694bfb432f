package org.avance.feed.descriptor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.extract.yaml.YamlMap;
import org.avance.feed.mapping.Lookup;
import org.avance.feed.mapping.Lookup.NoPartner;
import org.avance.feed.mapping.Origin;
import org.avance.feed.text.Texts;

/** An entry of {@code lookups}: side files joined by key. */
final class LookupWords {
  private static final Word<String> NAME =
      Word.needed("name", Readers.TEXT, "What words call it that take from it.");
  private static final Word<List<String>> FILES =
      Word.needed(
          "files",
          Readers.listOf(
              Readers.parsed(
                  "a path from the inbox such as codes/states.csv, not a pattern",
                  LookupWords::path)),
          "Side files; a key's partner is in the first that holds the key.");
  private static final Word<Table> DIALECT =
      Word.optional(
          "dialect",
          DialectWords.TEXT_TABLE,
          DialectWords.USUAL,
          "How the side files are written.");
  private static final Word<List<Origin>> KEY =
      Word.needed(
          "key",
          Readers.listOf(OriginWords.ofSideKey().reader()),
          "Columns that identify a side record.");
  private static final Word<NoPartner> NO_PARTNER =
      Word.optional(
          "noPartner",
          Readers.oneOf(List.of(NoPartner.values())),
          NoPartner.QUARANTINE,
          "What a record is whose key is in none of the side files.");

  private final Word<List<Origin>> by;
  private final Words words;

  /**
   * @param atHand what {@code by} may take from: of lookups, the earlier ones
   */
  LookupWords(AtHand atHand) {
    by =
        Word.needed(
            "by",
            Readers.listOf(OriginWords.ofRecordKey(atHand).reader()),
            "What a record names its partner by, in the order of key.");
    words = Words.of(NAME, FILES, DIALECT, KEY, by, NO_PARTNER);
  }

  /** The sound entries by their names; for each other one a fault has been added. */
  static Map<String, Lookup> read(List<YamlMap> entries, List<String> meltGroups, Spot spot) {
    Map<String, Lookup> lookups = new LinkedHashMap<>();
    for (YamlMap entry : entries) {
      Optional<Lookup> lookup =
          new LookupWords(new AtHand(meltGroups, lookups)).reader().read(entry, spot);
      if (lookup.isPresent() && lookups.put(lookup.get().name(), lookup.get()) != null) {
        spot.fault(
            entry.place(),
            "expected each name once but found " + Texts.quoted(lookup.get().name()) + " again");
      }
    }
    return lookups;
  }

  private Reader<Lookup> reader() {
    return words.as("a map of name, files, key and by", this::lookup);
  }

  private Optional<Lookup> lookup(Said said) {
    Table table = said.get(DIALECT);
    List<Origin> key = said.get(KEY);
    List<Origin> names = said.get(by);
    if (names.size() != key.size()) {
      said.fault(
          by, "expected as many as key has (%d) but found %d".formatted(key.size(), names.size()));
    }
    return Optional.of(
        new Lookup(
            said.get(NAME),
            said.get(FILES),
            table.dialect(),
            table.raggedRows(),
            key,
            names,
            said.get(NO_PARTNER)));
  }

  /** Below the inbox, and one file: which it is must not depend on what else has arrived. */
  private static Optional<String> path(String text) {
    String path = Texts.trimmed(text);
    boolean leaves = path.startsWith("/") || Arrays.asList(path.split("/", -1)).contains("..");
    return Optional.of(path)
        .filter(each -> !each.isEmpty() && !leaves && !each.matches(".*[*?\\\\\\p{Cntrl}].*"));
  }
}
