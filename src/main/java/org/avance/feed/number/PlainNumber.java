package org.avance.feed.number;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The plainest numbers, as nearly every cell prints them: a minus or nothing, digits, and perhaps
 * decimals. They are numbers in every style, and read without a regular expression.
 */
final class PlainNumber {
  /** So that the digits fit a long. */
  private static final int LONGEST = 18;

  private PlainNumber() {}

  /** The number; empty where the text may still be one in the style's full grammar. */
  static Optional<BigDecimal> read(String text, char decimalChar) {
    int length = text.length();
    int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    int point = length;
    long digits = 0;
    for (int i = first; i < length && length <= LONGEST; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else if (c == decimalChar && point == length) {
        point = i;
      } else {
        return Optional.empty();
      }
    }
    boolean complete = length <= LONGEST && point > first && point != length - 1;
    return complete
        ? Optional.of(
            BigDecimal.valueOf(first == 1 ? -digits : digits, Math.max(0, length - point - 1)))
        : Optional.empty();
  }
}
