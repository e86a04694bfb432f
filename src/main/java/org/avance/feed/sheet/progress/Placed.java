package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The labels of a row by the indicator that they belong to.
 *
 * @param labels one for each place; empty where none is printed or none is certain
 * @param loose those that are printed and could belong to several indicators
 */
record Placed(List<String> labels, List<String> loose) {
  Placed {
    labels = List.copyOf(labels);
    loose = List.copyOf(loose);
  }

  /**
   * @param places from 0, or {@link Alignment#NOWHERE}, one for each printed label
   */
  static Placed of(List<String> printed, List<Integer> places, int count) {
    List<String> labels = new ArrayList<>(Collections.nCopies(count, ""));
    List<String> loose = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      if (places.get(i) == Alignment.NOWHERE) {
        loose.add(printed.get(i));
      } else {
        labels.set(places.get(i), printed.get(i));
      }
    }
    return new Placed(labels, loose);
  }

  /** All that is printed, placed or not. */
  List<String> printed() {
    List<String> printed = new ArrayList<>(labels);
    printed.removeIf(String::isEmpty);
    printed.addAll(loose);
    return printed;
  }
}
