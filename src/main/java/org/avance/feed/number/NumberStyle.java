package org.avance.feed.number;

import java.math.BigDecimal;

/**
 * How an agency prints numbers.
 *
 * @param groupChar between groups of three digits; empty where digits are never grouped
 * @param decimalChar one character before the decimals
 * @param dash what a lone dash means
 * @param percent whether a percent sign may follow; the figure stays as printed ({@code 12 %} is
 *     12)
 * @param parentheses whether {@code (5)} is read as -5
 * @param bareNumber false where a currency sign or words may stand around the number
 * @param scale what one printed unit is worth: 1000 where the file prints thousands
 */
public record NumberStyle(
    String groupChar,
    String decimalChar,
    Dash dash,
    Permission percent,
    Permission parentheses,
    boolean bareNumber,
    BigDecimal scale) {

  /** {@code 1,234.5}, as Mexican agencies print; nothing around it. */
  public static final NumberStyle MEXICAN =
      new NumberStyle(
          ",", ".", Dash.REFUSED, Permission.REFUSED, Permission.REFUSED, true, BigDecimal.ONE);

  public NumberStyle {
    if (groupChar.equals(decimalChar)) {
      throw new IllegalArgumentException("groupChar and decimalChar are both " + groupChar);
    }
  }

  /** The same for numbers that are printed in ones: a count of records in a file of thousands. */
  public NumberStyle unscaled() {
    return new NumberStyle(
        groupChar, decimalChar, dash, percent, parentheses, bareNumber, BigDecimal.ONE);
  }

  /** A number in this style, for messages. */
  public String example() {
    return "1" + groupChar + "234" + decimalChar + "5";
  }
}
