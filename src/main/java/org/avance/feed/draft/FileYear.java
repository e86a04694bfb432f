package org.avance.feed.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name says of its edition.
 *
 * @param pattern of the whole name, with a group {@code edition}; empty where the name has no year
 * @param glob of the feed's files
 * @param isRange whether the name has two years, the last of which is meant
 */
record FileYear(String pattern, String glob, boolean isRange) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<before>.*?)(?<year>(?<!\\d)(?:19|20)\\d{2}(?<second>[-_](?:19|20)?\\d{2}(?!\\d))?(?!\\d))(?<after>.*)");

  static FileYear of(String fileName) {
    Matcher parts = NAME.matcher(fileName);
    if (!parts.matches()) {
      return new FileYear("", escaped(fileName), false);
    }
    boolean range = parts.group("second") != null && parts.group("second").length() == 5;
    String year = range ? "\\d{4}[-_]\\d{4}" : "\\d{4}";
    String rest = range ? parts.group("after") : behindYear(parts);
    return new FileYear(
        Page.literal(parts.group("before")) + "(?<edition>" + year + ")" + Page.literal(rest),
        escaped(parts.group("before")) + "*" + escaped(rest),
        range);
  }

  private static String behindYear(Matcher parts) {
    return parts.group("year").substring(4) + parts.group("after");
  }

  /** A glob of this very text. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\*?\\[\\]{}]", "?");
  }
}
