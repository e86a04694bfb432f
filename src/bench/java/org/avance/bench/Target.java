package org.avance.bench;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a figure is to reach, and whether it did.
 *
 * @param what the figure, in words
 * @param found as measured
 * @param least what must be reached; a figure that is to stay below it is at most that
 * @param aim what is aimed at beyond; none where the same
 * @param unit behind the numbers
 */
record Target(String what, double found, Sense sense, double least, double aim, String unit) {
  /** Which way is better. */
  enum Sense {
    AT_LEAST("at least"),
    AT_MOST("at most");

    private final String words;

    Sense(String words) {
      this.words = words;
    }

    boolean holds(double found, double limit) {
      return this == AT_LEAST ? found >= limit : found <= limit;
    }
  }

  /** What must be reached, in words. */
  String demand() {
    String aimed = aim == least ? "" : ", aim at " + plain(aim);
    return sense.words + ' ' + plain(least) + unit + aimed;
  }

  String foundInWords() {
    return String.format(Locale.ROOT, "%.2f%s", found, unit);
  }

  private static String plain(double limit) {
    return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }

  String verdict() {
    if (!sense.holds(found, least)) {
      return "missed";
    }
    return aim != least && sense.holds(found, aim) ? "reached, and the aim" : "reached";
  }
}
