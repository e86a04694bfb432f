package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.avance.feed.mapping.FactPlan.Part;
import org.avance.issue.Issue;
import org.avance.model.Goals;
import org.avance.model.Indicator;
import org.avance.model.Programme;

/**
 * A fact of one file's mapping, with what is the same for all its records worked out once. What is
 * the same for some that follow one another is kept, too, so the records of a file are mapped by
 * one thread.
 */
final class BoundFact {
  private final FactPlan plan;
  private final List<Join> joins;
  private final Set<String> assumed;
  private final List<Assumable> assumable = new ArrayList<>();
  private final Repeated<Programme> programmes = new Repeated<>();
  private final Repeated<Indicator> indicators = new Repeated<>();
  private final Repeated<Goals> goals = new Repeated<>();

  /** A word that a record may take from what the descriptor assumes. */
  private record Assumable(String word, Origin origin) {
    boolean isAssumed(Cells cells) {
      return cells.take(origin, word) instanceof Taken.Text text && text.assumed();
    }
  }

  /**
   * @param plan bound
   */
  BoundFact(FactPlan plan) {
    this.plan = plan;
    this.joins =
        plan.origins()
            .map(Origin::source)
            .filter(Source.Joined.class::isInstance)
            .map(source -> ((Source.Joined) source).join())
            .distinct()
            .toList();
    Set<String> always = new HashSet<>();
    words(plan)
        .forEach(
            each -> {
              if (each.origin.assumed()) {
                always.add(each.word);
              } else if (each.origin.mayAssume()) {
                assumable.add(each);
              }
            });
    this.assumed = Set.copyOf(always);
  }

  private static Stream<Assumable> words(FactPlan plan) {
    Stream.Builder<Assumable> all = Stream.builder();
    plan.words().forEach((word, origin) -> all.add(new Assumable(word.name(), origin)));
    if (plan.component() instanceof Part.Named named) {
      all.add(new Assumable(FactReader.COMPONENT.name(), named.name()));
    }
    plan.asOf().origins().forEach(origin -> all.add(new Assumable(CutOffs.WORD, origin)));
    return all.build();
  }

  FactPlan plan() {
    return plan;
  }

  Repeated<Programme> programmes() {
    return programmes;
  }

  Repeated<Indicator> indicators() {
    return indicators;
  }

  Repeated<Goals> goals() {
    return goals;
  }

  /** Tells where the record lacks a partner that the fact takes something from. */
  void checkPartners(Cells cells, Consumer<Issue> issues) {
    for (Join join : joins) {
      join.lack(cells).ifPresent(issues);
    }
  }

  /** The words that a record takes from what the descriptor assumes. */
  Set<String> assumed(Cells cells) {
    if (assumable.isEmpty()) {
      return assumed;
    }
    Set<String> all = new HashSet<>(assumed);
    for (Assumable each : assumable) {
      if (each.isAssumed(cells)) {
        all.add(each.word);
      }
    }
    return all;
  }
}
