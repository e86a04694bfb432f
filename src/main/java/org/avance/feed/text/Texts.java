package org.avance.feed.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.model.Label;

/** The forms of a printed text, from the least to the most changed. */
public final class Texts {
  /** White space of any script, and marks without width. */
  private static final String EMPTY = "[\\p{Z}\\p{Cf}\\s]";

  private static final Pattern ENDS = Pattern.compile("^" + EMPTY + "+|" + EMPTY + "+$");
  private static final Pattern INNER_SPACE = Pattern.compile("[\\p{Z}\\s]+");

  private static final int FIRST_COMBINING = 0x300;
  private static final int LONGEST_QUOTED = 60;
  private static final int LONGEST_NAME = 250;
  private static final int LONGEST_LIST = 1_000;

  private Texts() {}

  /** The text as printed, in Unicode's composed form, without white space at its ends. */
  public static String trimmed(String text) {
    String composed = isLatin(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean clean = composed.isEmpty() || (isPlain(composed.charAt(0)) && isPlain(last(composed)));
    return clean ? composed : ENDS.matcher(composed).replaceAll("");
  }

  /** Trimmed, and each run of white space one space: how names of columns are compared. */
  public static String folded(String text) {
    String trimmed = trimmed(text);
    return isFolded(trimmed) ? trimmed : INNER_SPACE.matcher(trimmed).replaceAll(" ");
  }

  /** Folded, in lower case, without accents: how value maps and missing words are compared. */
  public static String key(String text) {
    return Label.normal(folded(text));
  }

  /** In quotes for a message, cut where it is long. */
  public static String quoted(String text) {
    return '"' + (isLonger(text, LONGEST_QUOTED) ? cut(text, LONGEST_QUOTED) + "…" : text) + '"';
  }

  /** Names in quotes for a message: whole ones, as many as it may hold, and how many more. */
  public static String listed(List<String> names) {
    StringBuilder listed = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String name = '"' + cut(names.get(i), LONGEST_NAME) + '"';
      if (i > 0 && listed.length() + name.length() > LONGEST_LIST) {
        return listed + " and " + (names.size() - i) + " more";
      }
      listed.append(i == 0 ? "" : ", ").append(name);
    }
    return listed.toString();
  }

  /** Whether the text has more characters than a column of the warehouse holds. */
  public static boolean isLonger(String text, int limit) {
    return text.length() > limit && text.codePointCount(0, text.length()) > limit;
  }

  /** The first {@code limit} characters; never half of one. */
  public static String cut(String text, int limit) {
    return isLonger(text, limit) ? text.substring(0, text.offsetByCodePoints(0, limit)) : text;
  }

  /** True where each letter is below the first that composes with another: most texts are. */
  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFolded(String trimmed) {
    for (int i = 0; i < trimmed.length(); i++) {
      char letter = trimmed.charAt(i);
      if (!isPlain(letter) && (letter != ' ' || trimmed.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  private static boolean isPlain(char letter) {
    return Character.isLetterOrDigit(letter) || (letter > ' ' && letter < 0x7F);
  }
}
