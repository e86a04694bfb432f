package org.avance.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one execution came to, as its own entry in the job repository keeps it: the delivery tells
 * only of the last.
 *
 * @param outcome PUBLISHED, REJECTED or SUPERSEDED
 */
public record LoadNote(String outcome, DeliveryCounts counts) {

  /** One line for people and for {@link #read}. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s read=%d staged=%d quarantined=%d blank=%d totals=%d filtered=%d merged=%d facts=%d new=%d changed=%d unchanged=%d ended=%d",
        outcome,
        counts.read(),
        counts.staged(),
        counts.quarantined(),
        counts.blank(),
        counts.totals(),
        counts.filtered(),
        counts.merged(),
        counts.factsStaged(),
        counts.factsNew(),
        counts.factsChanged(),
        counts.factsUnchanged(),
        counts.factsEnded());
  }

  /** What {@link #text} wrote; empty where the text is something else. */
  public static Optional<LoadNote> read(String text) {
    if (!text.matches("[A-Z]+( [a-z]+=\\d{1,18})+")) {
      return Optional.empty();
    }
    String[] words = text.split(" ", -1);
    Map<String, Long> counts = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      counts.put(words[i].substring(0, equals), Long.parseLong(words[i].substring(equals + 1)));
    }
    return Optional.of(new LoadNote(words[0], counts(counts)));
  }

  private static DeliveryCounts counts(Map<String, Long> by) {
    return new DeliveryCounts(
        by.getOrDefault("read", 0L),
        by.getOrDefault("staged", 0L),
        by.getOrDefault("quarantined", 0L),
        by.getOrDefault("blank", 0L),
        by.getOrDefault("totals", 0L),
        by.getOrDefault("filtered", 0L),
        by.getOrDefault("merged", 0L),
        by.getOrDefault("facts", 0L),
        by.getOrDefault("new", 0L),
        by.getOrDefault("changed", 0L),
        by.getOrDefault("unchanged", 0L),
        by.getOrDefault("ended", 0L));
  }
}
