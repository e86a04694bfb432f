package org.avance.feed.descriptor;

import java.util.List;
import java.util.Map;
import org.avance.feed.mapping.Lookup;

/**
 * What the words of a layout can take their texts from, beside what every layout has.
 *
 * @param meltGroups groups of its melt pattern; empty where it does not melt
 * @param lookups by their names
 */
record AtHand(List<String> meltGroups, Map<String, Lookup> lookups) {
  AtHand {
    meltGroups = List.copyOf(meltGroups);
    lookups = Map.copyOf(lookups);
  }
}
