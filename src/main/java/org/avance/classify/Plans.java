package org.avance.classify;

import java.util.List;
import java.util.Optional;
import org.avance.model.IndicatorPoint;

/**
 * The plans that the rulebook knows.
 *
 * @param plans no two share a year or a name
 */
public record Plans(List<Plan> plans) {

  public Plans {
    plans = List.copyOf(plans);
    for (int i = 0; i < plans.size(); i++) {
      plans.get(i).expectApart(plans.subList(0, i));
    }
  }

  /** The plan that the point names, else the one its year lies in; empty where there is none. */
  Optional<Plan> find(IndicatorPoint point) {
    for (Plan plan : plans) {
      boolean named = !point.plan().isEmpty();
      if (named ? plan.name().equals(point.plan()) : plan.edition(point.year()).isPresent()) {
        return Optional.of(plan);
      }
    }
    return Optional.empty();
  }
}
