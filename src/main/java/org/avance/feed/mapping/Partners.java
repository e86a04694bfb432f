package org.avance.feed.mapping;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.avance.issue.Issue;

/** Tells which records lack a partner that a fact of theirs takes something from. */
final class Partners {
  private final IdentityHashMap<FactPlan, List<Join>> joins = new IdentityHashMap<>();

  /**
   * @param facts bound
   */
  Partners(List<FactPlan> facts) {
    for (FactPlan fact : facts) {
      List<Join> taken =
          fact.origins()
              .map(Origin::source)
              .filter(Source.Joined.class::isInstance)
              .map(source -> ((Source.Joined) source).join())
              .distinct()
              .toList();
      joins.put(fact, taken);
    }
  }

  void check(FactPlan fact, Cells cells, Consumer<Issue> issues) {
    for (Join join : joins.getOrDefault(fact, List.of())) {
      join.lack(cells).ifPresent(issues);
    }
  }
}
