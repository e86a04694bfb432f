package org.avance.schedule;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.avance.model.LoadResult;

/** What came of a run, in a few words. */
final class RunWords {
  private static final int LONGEST = 500;

  private RunWords() {}

  static String of(FeedRun run) {
    String words = loads(run);
    if (!run.faults().isEmpty()) {
      String faults = String.join("; ", run.faults());
      words = run.loads().isEmpty() ? faults : words + "; " + faults;
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  private static String loads(FeedRun run) {
    if (run.loads().isEmpty()) {
      return "nothing new, %d %s known".formatted(run.known(), run.known() == 1 ? "file" : "files");
    }
    Map<LoadResult.Outcome, Integer> counts = new EnumMap<>(LoadResult.Outcome.class);
    run.loads().forEach(load -> counts.merge(load.outcome(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }
}
