package org.avance.classify;

import java.util.List;
import java.util.Optional;
import org.avance.model.RuleStatus;

/**
 * A plan of several years, whose goals are due in its last.
 *
 * @param status of the years
 * @param source one sentence: where the years come from
 * @param editions in order; each year of the plan is in one of them
 */
public record Plan(
    String name,
    int firstYear,
    int lastYear,
    RuleStatus status,
    String source,
    List<Edition> editions) {

  public Plan {
    editions = List.copyOf(editions);
    int next = firstYear;
    for (Edition edition : editions) {
      if (edition.firstYear() != next) {
        throw new IllegalArgumentException(
            "expected an edition from %d on, found one from %d"
                .formatted(next, edition.firstYear()));
      }
      next = edition.lastYear() + 1;
    }
    if (next != lastYear + 1) {
      throw new IllegalArgumentException(
          "expected editions up to %d, found them up to %d".formatted(lastYear, next - 1));
    }
  }

  /** The edition that observes a year; empty where the year is none of the plan's. */
  Optional<Edition> edition(int year) {
    for (Edition edition : editions) {
      if (edition.contains(year)) {
        return Optional.of(edition);
      }
    }
    return Optional.empty();
  }

  void expectApart(List<Plan> others) {
    for (Plan other : others) {
      if (overlaps(other) || name.equals(other.name)) {
        throw new IllegalArgumentException(
            "expected plans of different names and years, found %s and %s"
                .formatted(other.name, name));
      }
    }
  }

  /** True where the two share a year. */
  public boolean overlaps(Plan other) {
    return firstYear <= other.lastYear && other.firstYear <= lastYear;
  }
}
