package org.avance.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The words of a descriptor that a fact names, in alphabetical order. */
final class SortedWords {
  private SortedWords() {}

  /** An unmodifiable copy; one that is sorted already, as one word is, is not copied again. */
  static Set<String> of(Set<String> words) {
    return words.size() < 2 ? Set.copyOf(words) : Collections.unmodifiableSet(new TreeSet<>(words));
  }
}
