package org.avance.feed.draft;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.avance.feed.number.NumberReading;
import org.avance.feed.text.Texts;

/** What the cells of one column look like, counted in constant memory. */
final class Profile {
  private static final int DISTINCT = 500;
  private static final Pattern WORDED = Pattern.compile(".*\\d.*\\p{L}{2}.*|.*\\p{L}{2}.*\\d.*");
  private static final Pattern CURRENCY = Pattern.compile("^\\p{Sc} ?");
  private static final Pattern DASH = Pattern.compile("[-\u2010-\u2015\u2212]");

  private final String name;
  private final Map<String, Long> distinct = new LinkedHashMap<>();
  private final long[] readBy = new long[NumberStyles.CANDIDATES.size()];
  private long filled;
  private long dashes;
  private long percents;
  private long currencies;
  private long worded;
  private int longest;

  Profile(String name) {
    this.name = name;
  }

  void add(String printed) {
    String cell = Texts.trimmed(printed);
    if (cell.isEmpty()) {
      return;
    }
    filled++;
    longest = Math.max(longest, cell.length());
    if (distinct.size() < DISTINCT || distinct.containsKey(cell)) {
      distinct.merge(cell, 1L, Long::sum);
    }
    if (DASH.matcher(cell).matches()) {
      dashes++;
      return;
    }
    boolean isNumber = false;
    String number = CURRENCY.matcher(cell).replaceFirst("");
    for (int i = 0; i < readBy.length; i++) {
      if (NumberStyles.CANDIDATES.get(i).read(number) instanceof NumberReading.Figure) {
        readBy[i]++;
        isNumber = true;
      }
    }
    percents += isNumber && cell.endsWith("%") ? 1 : 0;
    currencies += isNumber && number.length() < cell.length() ? 1 : 0;
    worded += !isNumber && WORDED.matcher(cell).matches() ? 1 : 0;
  }

  String name() {
    return name;
  }

  /** The name without accents and case, with spaces between its words. */
  String key() {
    return Texts.key(name).replaceAll("[_.:/-]+", " ").replaceAll("\\s+", " ").trim();
  }

  long filled() {
    return filled;
  }

  long dashes() {
    return dashes;
  }

  long percents() {
    return percents;
  }

  long currencies() {
    return currencies;
  }

  long worded() {
    return worded;
  }

  int longest() {
    return longest;
  }

  long readBy(int style) {
    return readBy[style];
  }

  /** The distinct texts and how often each stands, the first {@value #DISTINCT}. */
  Map<String, Long> distinct() {
    return distinct;
  }

  /** Filled cells whose text is such; of the texts that were kept. */
  long count(Predicate<String> such) {
    return distinct.entrySet().stream()
        .filter(each -> such.test(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** True where at least this share of the filled cells is such. */
  boolean mostly(double share, Predicate<String> such) {
    long kept = distinct.values().stream().mapToLong(Long::longValue).sum();
    return kept > 0 && count(such) >= share * kept;
  }

  String evidence(long count, String what) {
    return String.format(Locale.ROOT, "%,d of %,d cells are %s", count, filled, what);
  }
}
