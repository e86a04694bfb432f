package org.avance.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Printed labels, and when two of them are the same. */
public final class Label {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private Label() {}

  /**
   * The label without case, accents and extra spaces: two labels are the same when this is equal.
   */
  public static String normal(String printed) {
    if (isPlain(printed)) {
      return printed.strip().toLowerCase(Locale.ROOT);
    }
    String bare = MARKS.matcher(Normalizer.normalize(printed, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Spares the common case the cost of two regular expressions: ASCII with single spaces only. */
  private static boolean isPlain(String printed) {
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      boolean doubled = c == ' ' && i > 0 && printed.charAt(i - 1) == ' ';
      if (c > '~' || c < ' ' || doubled) {
        return false;
      }
    }
    return true;
  }
}
