package org.avance.console;

import java.util.Locale;

/** Instants and durations as a table shows them. */
final class Times {
  private static final int TO_MINUTES = 16;
  private static final int TO_SECONDS = 19;

  private Times() {}

  /** {@code 2026-03-31 02:15} of an ISO 8601 instant in UTC; a dash where there is none. */
  static String minutes(String instant) {
    return shown(instant, TO_MINUTES);
  }

  /** {@code 2026-03-31 02:15:09}. */
  static String seconds(String instant) {
    return shown(instant, TO_SECONDS);
  }

  private static String shown(String instant, int length) {
    return instant.isEmpty()
        ? "–"
        : instant.substring(0, Math.min(length, instant.length())).replace('T', ' ');
  }

  /** Short ones with hundredths. */
  static String took(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f" : "%.1f", seconds);
  }
}
