package org.avance.feed.mapping;

import java.util.List;

/**
 * A figure that the file prints about itself and must meet.
 *
 * @param sumOf column that it adds up; empty where it counts records
 * @param printed where it stands
 * @param row by which the row is known that it stands in; empty where it stands above the records
 */
public record ControlPlan(String sumOf, FactPlan.Value printed, List<Condition> row) {
  public ControlPlan {
    row = List.copyOf(row);
  }

  String name() {
    return sumOf.isEmpty() ? "number of records" : "sum of " + sumOf;
  }
}
