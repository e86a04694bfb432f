package org.avance.feed.mapping;

import java.util.List;

/** The figures that files of a layout print about themselves. */
public record FootingPlan(List<TotalsPlan> totals, List<ControlPlan> controls) {
  public FootingPlan {
    totals = List.copyOf(totals);
    controls = List.copyOf(controls);
  }
}
