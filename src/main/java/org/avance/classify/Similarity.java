package org.avance.classify;

import java.util.ArrayList;
import java.util.List;

/** How alike two names are: twice the pairs of letters they share over all their pairs (Dice). */
final class Similarity {
  private Similarity() {}

  /** 0 for nothing in common, 1 for the same. */
  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    List<String> left = pairs(one);
    List<String> right = pairs(other);
    int all = left.size() + right.size();
    long shared = left.stream().filter(right::remove).count();
    return all == 0 ? 0 : 2.0 * shared / all;
  }

  private static List<String> pairs(String text) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
