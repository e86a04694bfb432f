package org.avance.warehouse;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a misspelt one may have meant. */
final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /**
   * Up to three names: those that begin or end alike, and those few letters away; nearest first.
   */
  static List<String> to(String misspelt, Collection<String> names) {
    String found = misspelt.toLowerCase(Locale.ROOT);
    int far = Math.max(2, found.length() / 3);
    return names.stream()
        .distinct()
        .filter(name -> related(found, name) || distance(found, name) <= far)
        .sorted(
            Comparator.comparingInt((String name) -> distance(found, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean related(String found, String name) {
    return found.length() > 2 && (name.startsWith(found) || name.endsWith(found));
  }

  /** Levenshtein: letters to add, drop or replace; one row of the table at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
