package org.avance.feed.sheet.monitoring;

import java.util.TreeSet;

/** The numbers of the items of a list, each taken once: a second one gets the next free number. */
final class Numbers {
  private final TreeSet<Integer> taken = new TreeSet<>();

  /**
   * @param printed 0 where none is
   */
  int take(int printed) {
    int last = taken.isEmpty() ? 0 : taken.last();
    int number = printed > 0 && !taken.contains(printed) ? printed : last + 1;
    taken.add(number);
    return number;
  }
}
