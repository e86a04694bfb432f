package org.avance.feed.descriptor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks times: {@code daily 02:30}, or cron expressions of five fields (minute, hour, day of
 * month, month, day of week) or six, with the second before them. A field is a list of values,
 * ranges and steps; the days also know {@code ?}, {@code L}, {@code W} and {@code #}. Whether such
 * a day ever comes is not checked.
 */
final class Cron {
  private static final List<Field> FIELDS =
      List.of(
          new Field(0, 59, List.of(), ""),
          new Field(0, 59, List.of(), ""),
          new Field(0, 23, List.of(), ""),
          new Field(1, 31, List.of(), "\\?|LW?|L-\\d{1,2}|\\d{1,2}W"),
          new Field(
              1,
              12,
              List.of(
                  "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                  "DEC"),
              ""),
          new Field(
              0,
              7,
              List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"),
              "\\?|L|([0-7]|[A-Z]{3})(L|#[1-5])"));

  private static final Pattern DAILY =
      Pattern.compile("daily\\s+([01]?\\d|2[0-3]):([0-5]\\d)", Pattern.CASE_INSENSITIVE);

  private Cron() {}

  /** The same time as a cron expression of six fields; empty where it is none. */
  static Optional<String> sixFields(String written) {
    String text = written.trim().replaceAll("\\s+", " ");
    Matcher daily = DAILY.matcher(text);
    if (daily.matches()) {
      return Optional.of(
          "0 %d %d * * *"
              .formatted(Integer.parseInt(daily.group(2)), Integer.parseInt(daily.group(1))));
    }
    String cron = text.split(" ", -1).length == FIELDS.size() - 1 ? "0 " + text : text;
    return Optional.of(cron).filter(Cron::isSound);
  }

  private static boolean isSound(String expression) {
    String[] fields = expression.split(" ", -1);
    if (fields.length != FIELDS.size()) {
      return false;
    }
    for (int i = 0; i < fields.length; i++) {
      Field field = FIELDS.get(i);
      if (!Arrays.stream(fields[i].split(",", -1)).allMatch(field::takes)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param names in place of the numbers from {@code lowest} on
   * @param more what else is allowed, as a pattern
   */
  private record Field(int lowest, int highest, List<String> names, String more) {
    private static final Pattern ITEM =
        Pattern.compile("(?:\\*|(\\w{1,3})(?:-(\\w{1,3}))?)(?:/([1-9]\\d?))?");

    boolean takes(String written) {
      String item = written.toUpperCase(Locale.ROOT);
      Matcher parts = ITEM.matcher(item);
      if (!more.isEmpty() && item.matches(more)) {
        return true;
      }
      if (!parts.matches()) {
        return false;
      }
      int from = parts.group(1) == null ? lowest : number(parts.group(1));
      int to = parts.group(2) == null ? from : number(parts.group(2));
      return from >= lowest && to >= from && to <= highest;
    }

    /** Below any field where it is neither a name nor a number. */
    private int number(String text) {
      if (names.contains(text)) {
        return names.indexOf(text) + lowest;
      }
      return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
  }
}
