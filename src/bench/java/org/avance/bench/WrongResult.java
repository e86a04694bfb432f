package org.avance.bench;

import java.util.Locale;

/** A case did not do what it was measured for; its time means nothing. */
final class WrongResult extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongResult(String message) {
    super(message);
  }

  /** The numbers must be the same. */
  static void unlessEqual(String what, long expected, long found) {
    if (expected != found) {
      throw new WrongResult(
          String.format(Locale.ROOT, "%s: expected %,d, found %,d", what, expected, found));
    }
  }
}
