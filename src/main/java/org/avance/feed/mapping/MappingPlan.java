package org.avance.feed.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.issue.RefusedFile;

/**
 * How the records of one layout are mapped, before a file is at hand.
 *
 * @param melt which columns a record is melted into
 * @param key columns that identify a record; empty where the feed names none
 * @param filter all must hold, or the record is FILTERED
 * @param footing the figures that files print about themselves
 */
public record MappingPlan(
    List<FactPlan> facts,
    Melt melt,
    List<String> key,
    List<Condition> filter,
    FootingPlan footing,
    MissingWords missing,
    RaggedRows raggedRows) {
  public MappingPlan {
    facts = List.copyOf(facts);
    key = List.copyOf(key);
    filter = List.copyOf(filter);
  }

  /** The lookups that facts take from, each with the columns taken. */
  public Map<Lookup, Set<String>> lookups() {
    Map<Lookup, Set<String>> taken = new LinkedHashMap<>();
    facts.stream()
        .flatMap(FactPlan::origins)
        .map(Origin::source)
        .filter(Source.Looked.class::isInstance)
        .map(Source.Looked.class::cast)
        .forEach(
            looked ->
                taken
                    .computeIfAbsent(looked.lookup(), lookup -> new LinkedHashSet<>())
                    .add(looked.column()));
    return taken;
  }

  /**
   * The mapping of one file.
   *
   * @param sides the side records of each lookup, by its name
   * @throws RefusedFile where the heading lacks a column, bears a used one twice, or does not state
   *     what an origin takes from it
   */
  public Mapping bind(Heading heading, Map<String, SideTable> sides) throws RefusedFile {
    return new Binder(heading, sides).bind(this);
  }
}
