package org.avance.feed.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.avance.feed.text.Texts;
import org.avance.issue.IssueCode;
import org.avance.model.BudgetStage;
import org.avance.model.Direction;
import org.avance.model.Geography;
import org.avance.model.PopulationKind;
import org.avance.model.Sex;

/**
 * What texts a word takes, and what they mean.
 *
 * @param expected what a message says was expected: {@code a year from 1900 to 2100}
 * @param choices every text accepted, where they can be listed; else empty
 * @param otherwise the issue that any other text is
 * @param limit characters that the warehouse keeps; a longer text is cut with an issue; 0 for none
 * @param parse the value; empty where the text is none
 */
public record ValueType<T>(
    String expected,
    List<String> choices,
    IssueCode otherwise,
    int limit,
    Function<String, Optional<T>> parse) {
  private static final int MOST_DIGITS = 4;
  private static final int NO_NUMBER = -1;
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_LONG_CODE = 200;

  /** A code is never cut: two codes could become one. */
  public static final ValueType<String> CODE = code(LONGEST_CODE);

  public static final ValueType<String> LONG_CODE = code(LONGEST_LONG_CODE);

  public static final ValueType<Integer> YEAR =
      integer("a year from 1900 to 2100", IssueCode.YEAR_IMPLAUSIBLE, 1900, 2100);
  public static final ValueType<Integer> QUARTER =
      integer("a quarter from 1 to 4", IssueCode.VALUE_NOT_MAPPED, 1, 4);
  public static final ValueType<Integer> MONTH =
      integer("a month from 1 to 12", IssueCode.DATE_UNREADABLE, 1, 12);
  public static final ValueType<Integer> DAY =
      integer("a day from 1 to 31", IssueCode.DATE_UNREADABLE, 1, 31);
  public static final ValueType<Geography> GEOGRAPHY =
      listless(Geography.ACCEPTED, IssueCode.GEOGRAPHY_UNKNOWN, Geography::of);
  public static final ValueType<PopulationKind> POPULATION = choice(PopulationKind.values());
  public static final ValueType<Sex> SEX = choice(Sex.values());
  public static final ValueType<BudgetStage> STAGE = choice(BudgetStage.values());
  public static final ValueType<Direction> DIRECTION = choice(Direction.values());
  public static final ValueType<TargetForm> TARGET_FORM = choice(TargetForm.values());

  /** Any text, cut at {@code limit} characters. */
  public static ValueType<String> text(int limit) {
    return new ValueType<>(
        "a text of at most " + limit + " characters",
        List.of(),
        IssueCode.TEXT_SHORTENED,
        limit,
        Optional::of);
  }

  private static ValueType<String> code(int longest) {
    return listless(
        "a code of at most " + longest + " characters",
        IssueCode.CODE_TOO_LONG,
        text -> Texts.isLonger(text, longest) ? Optional.empty() : Optional.of(text));
  }

  private static <T> ValueType<T> listless(
      String expected, IssueCode otherwise, Function<String, Optional<T>> parse) {
    return new ValueType<>(expected, List.of(), otherwise, 0, parse);
  }

  private static ValueType<Integer> integer(
      String expected, IssueCode otherwise, int lowest, int highest) {
    return listless(
        expected,
        otherwise,
        text -> {
          int number = isNumber(text) ? Integer.parseInt(text) : NO_NUMBER;
          return number >= lowest && number <= highest ? Optional.of(number) : Optional.empty();
        });
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_DIGITS;
  }

  /** The constants of an enum by their English names, with spaces, hyphens or underscores. */
  private static <E extends Enum<E>> ValueType<E> choice(E[] values) {
    List<String> names = Arrays.stream(values).map(ValueType::name).toList();
    var byName =
        IntStream.range(0, values.length)
            .boxed()
            .collect(Collectors.toMap(names::get, i -> values[i]));
    return new ValueType<>(
        "one of " + String.join(", ", names),
        names,
        IssueCode.VALUE_NOT_MAPPED,
        0,
        text ->
            Optional.ofNullable(byName.get(Texts.key(text).replace('-', ' ').replace('_', ' '))));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
