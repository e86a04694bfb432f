package org.avance.feed.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What records that follow one another mostly state alike, handed on as one object: who compares it
 * sees at once that it is the same, and what was worked out of it need not be again.
 */
final class Repeated<T> {
  private @Nullable T last;

  /** The one before where it is equal. */
  T of(T stated) {
    @Nullable T before = last;
    if (before != null && before.equals(stated)) {
      return before;
    }
    last = stated;
    return stated;
  }
}
