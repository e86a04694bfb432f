package org.avance.issue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant, for messages that end in "did you mean …?". */
public final class NearestWord {
  private NearestWord() {}

  /**
   * The allowed word with the fewest letters added, left out or changed against {@code word}, case
   * aside; the earlier one where two are as near. Empty where none is nearer than two letters or a
   * third of the word, whichever is more, or where every letter would have to change.
   */
  public static Optional<String> of(String word, Collection<String> allowed) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int farthest = Math.min(Math.max(2, wanted.length() / 3), wanted.length() - 1);
    record Candidate(String word, int distance) {}
    return allowed.stream()
        .map(each -> new Candidate(each, distance(wanted, each.toLowerCase(Locale.ROOT))))
        .filter(each -> each.distance <= farthest)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::word);
  }

  /** Levenshtein's distance, one row of the table at a time. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
