package org.avance.feed.sheet.monitoring;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A programme's key: modality, number, and the ramo where it is printed: {@code E-045}, {@code
 * E045}, {@code 51-E045}. Behind the word for a programme or a key it may also be short ({@code
 * E-45}) or bear a space ({@code E 045}): elsewhere those are other things.
 *
 * @param branch two digits; empty where not printed
 * @param code canonical, for example {@code E045}
 */
record ProgrammeKey(String branch, String code) {
  private static final String MODALITY = "(?<modality>[A-PR-UWYZ])";
  private static final Pattern SURE =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?:(?<branch>\\d{2})[- ])?"
              + MODALITY
              + "-?(?<number>\\d{3})(?![\\p{L}\\d-])");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:[Pp]rogramas?|PROGRAMA|Presupuestari[oa]|presupuestari[oa]|Pp|PP|Clave|clave)"
              + "(?: \\([Pp]p\\))?:? (?:(?<branch>\\d{2})[- ])?"
              + MODALITY
              + "[- ]?(?<number>\\d{1,3})(?![\\p{L}\\d-])");

  /** All that a text names behind such a word; where it names none, all that look like keys. */
  static Set<ProgrammeKey> in(String text) {
    Set<ProgrammeKey> named = in(text, NAMED);
    return named.isEmpty() ? in(text, SURE) : named;
  }

  private static Set<ProgrammeKey> in(String text, Pattern pattern) {
    Set<ProgrammeKey> keys = new LinkedHashSet<>();
    Matcher key = pattern.matcher(text);
    while (key.find()) {
      int number = Integer.parseInt(key.group("number"));
      String code = key.group("modality") + String.format(Locale.ROOT, "%03d", number);
      keys.add(new ProgrammeKey(key.group("branch") == null ? "" : key.group("branch"), code));
    }
    return keys;
  }
}
