package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the items of a row belong of which some are lost. They keep their order, and an item may
 * stand only where its kind does; then its place is certain if the first and the last that it could
 * have are the same.
 */
final class Alignment {
  /** The item's place is not certain. */
  static final int NOWHERE = -1;

  /** An item of any kind. */
  static final int ANY = -1;

  private Alignment() {}

  /**
   * The place of each item, from 0.
   *
   * @param kinds of the items in order, from 0, or {@link #ANY}
   * @param period how many kinds there are; place p is of kind p modulo it
   * @param places how many there are
   */
  static List<Integer> of(List<Integer> kinds, int period, int places) {
    List<Integer> earliest = new ArrayList<>();
    int place = 0;
    for (int kind : kinds) {
      while (!fits(kind, place, period)) {
        place++;
      }
      earliest.add(place++);
    }
    List<Integer> latest = new ArrayList<>();
    place = places - 1;
    for (int i = kinds.size() - 1; i >= 0; i--) {
      while (place >= 0 && !fits(kinds.get(i), place, period)) {
        place--;
      }
      latest.add(place--);
    }
    Collections.reverse(latest);
    return agreed(earliest, latest, places);
  }

  private static List<Integer> agreed(List<Integer> earliest, List<Integer> latest, int places) {
    boolean fits = earliest.isEmpty() || earliest.get(earliest.size() - 1) < places;
    List<Integer> agreed = new ArrayList<>();
    for (int i = 0; i < earliest.size(); i++) {
      boolean certain = fits && earliest.get(i).equals(latest.get(i));
      agreed.add(certain ? earliest.get(i) : NOWHERE);
    }
    return agreed;
  }

  private static boolean fits(int kind, int place, int period) {
    return kind == ANY || place % period == kind;
  }
}
