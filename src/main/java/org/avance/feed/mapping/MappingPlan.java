package org.avance.feed.mapping;

import java.util.List;
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

  /**
   * The mapping of one file.
   *
   * @throws RefusedFile where the heading lacks a column, bears a used one twice, or does not state
   *     what an origin takes from it
   */
  public Mapping bind(Heading heading) throws RefusedFile {
    return new Binder(heading).bind(this);
  }
}
