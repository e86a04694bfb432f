package org.avance.feed.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of totals.
 *
 * @param when all must hold
 * @param of the columns in which the records that it adds up agree, each with where the row prints
 *     what they agree in; empty where it adds up all records
 */
public record TotalsPlan(List<Condition> when, Map<String, Origin> of) {
  public TotalsPlan {
    when = List.copyOf(when);
    of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
  }
}
