package org.avance.feed.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.avance.feed.number.NumberReading.Figure;

/**
 * Any text in any style, for a fuzzer and for {@link NumberFuzzTest}: a figure of the very digits
 * that the cell prints, or a refusal.
 */
public final class NumberFuzz {
  private static final String[] GROUPS = {",", ".", " ", "'", ""};
  private static final String[] DECIMALS = {".", ",", "·"};
  private static final BigDecimal[] SCALES = {
    BigDecimal.ONE, new BigDecimal("1000"), new BigDecimal("1000000"), new BigDecimal("0.01")
  };
  private static final int CHOICES = 2;

  private NumberFuzz() {}

  /** The first two bytes choose the style; the cell is what follows. Jazzer calls this. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length >= CHOICES) {
      NumberStyle style = style(input[0] & 0xFF, input[1] & 0xFF);
      check(new String(input, CHOICES, input.length - CHOICES, StandardCharsets.UTF_8), style);
    }
  }

  private static NumberStyle style(int signs, int meanings) {
    String group = GROUPS[signs % GROUPS.length];
    String decimal = DECIMALS[signs / GROUPS.length % DECIMALS.length];
    return new NumberStyle(
        group.equals(decimal) ? "" : group,
        decimal,
        Dash.values()[meanings % Dash.values().length],
        (meanings & 4) == 0 ? Permission.ALLOWED : Permission.REFUSED,
        (meanings & 8) == 0 ? Permission.ALLOWED : Permission.REFUSED,
        (meanings & 16) == 0,
        SCALES[meanings >> 5 & 3]);
  }

  private static void check(String cell, NumberStyle style) {
    if (new NumberGrammar(style).read(cell) instanceof Figure figure) {
      BigDecimal value = figure.value();
      assertThat(value.abs()).isEqualTo(digits(cell, style));
      assertThat(value.scale()).isBetween(0, 10);
      assertThat(value.precision() - value.scale()).isLessThanOrEqualTo(20);
      assertThat(new NumberGrammar(NumberStyle.MEXICAN).read(value.toPlainString()))
          .isEqualTo(new Figure(value, false, false));
    }
  }

  /** The digits 0 to 9 around the decimal sign, whatever else the cell prints. */
  private static BigDecimal digits(String cell, NumberStyle style) {
    int decimal = cell.lastIndexOf(style.decimalChar());
    String whole = decimal < 0 ? cell : cell.substring(0, decimal);
    String part = decimal < 0 ? "" : cell.substring(decimal);
    String printed = "0" + onlyDigits(whole) + "." + onlyDigits(part) + "0";
    BigDecimal scaled = new BigDecimal(printed).multiply(style.scale());
    BigDecimal value = scaled.setScale(10, RoundingMode.HALF_UP).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static String onlyDigits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
