package org.avance.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts issues by kind and keeps the first of each, so that a million take no more room than some.
 */
public final class IssueTally {
  private final int kept;
  private final Map<Kind, List<Issue>> first = new LinkedHashMap<>();
  private final Map<Kind, Long> counts = new LinkedHashMap<>();

  private record Kind(IssueCode code, String column) {}

  /**
   * @param kept how many of each kind are kept
   */
  public IssueTally(int kept) {
    this.kept = kept;
  }

  public void add(Issue issue) {
    Kind kind = new Kind(issue.code(), issue.where().column());
    counts.merge(kind, 1L, Long::sum);
    List<Issue> issues = first.computeIfAbsent(kind, each -> new ArrayList<>());
    if (issues.size() < kept) {
      issues.add(issue);
    }
  }

  /** The worst kinds first, then the most frequent. */
  public List<IssueKind> kinds() {
    return counts.entrySet().stream()
        .map(
            each ->
                new IssueKind(
                    each.getKey().code(),
                    each.getKey().column(),
                    each.getValue(),
                    first.getOrDefault(each.getKey(), List.of())))
        .sorted(
            Comparator.<IssueKind, Severity>comparing(kind -> kind.code().severity())
                .thenComparing(Comparator.comparing(IssueKind::count).reversed()))
        .toList();
  }
}
