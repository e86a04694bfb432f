package org.avance.issue;

import java.util.List;

/**
 * What a reading of the data yields: a value and the faults met on the way.
 *
 * @param <T> type of the value
 */
public record Findings<T>(T value, List<Issue> issues) {
  public Findings {
    issues = List.copyOf(issues);
  }

  public static <T> Findings<T> of(T value) {
    return new Findings<>(value, List.of());
  }
}
