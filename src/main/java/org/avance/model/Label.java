package org.avance.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Printed labels, and when two of them are the same. */
public final class Label {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Each European letter and each sign by itself, as it is normally; NUL where it is rare. */
  private static final char[] NORMAL = new char[0x180];

  static {
    for (char c = '!'; c < NORMAL.length; c++) {
      String normal = rare(String.valueOf(c));
      NORMAL[c] = normal.length() == 1 ? normal.charAt(0) : '\0';
    }
  }

  private Label() {}

  /**
   * The label without case, accents and extra spaces: two labels are the same when this is equal.
   */
  public static String normal(String printed) {
    char[] normal = new char[printed.length()];
    int length = 0;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == ' ') {
        if (length > 0 && normal[length - 1] != ' ') {
          normal[length++] = ' ';
        }
      } else if (c < NORMAL.length && NORMAL[c] != '\0') {
        normal[length++] = NORMAL[c];
      } else {
        return rare(printed);
      }
    }
    boolean trailing = length > 0 && normal[length - 1] == ' ';
    return new String(normal, 0, trailing ? length - 1 : length);
  }

  /** Of any text, at the cost of two regular expressions. */
  private static String rare(String printed) {
    String bare = MARKS.matcher(Normalizer.normalize(printed, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
