package org.avance.feed.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.number.NumberReading.Dashed;
import org.avance.feed.number.NumberReading.Figure;
import org.avance.feed.number.NumberReading.TooLarge;
import org.avance.feed.number.NumberReading.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers of one style, by one pattern that the whole cell must match:
 *
 * <ul>
 *   <li>an optional sign ({@code -}, {@code +} or U+2212), then digits 0 to 9;
 *   <li>grouped throughout in threes or not at all, and never after a leading zero: {@code 1,23},
 *       {@code 3, 139, 105} and {@code 0,123} may be slips or decimals, so they are no numbers;
 *   <li>at most one decimal sign, with digits behind it; no exponent;
 *   <li>white space around it and characters without width don't matter.
 * </ul>
 *
 * <p>A function of the text alone: any text yields a reading, none an exception.
 */
public final class NumberGrammar {
  private static final int DECIMALS = 10;
  private static final int INTEGER_DIGITS = 20;

  /** Longer cells are no numbers; it also bounds the work that a hostile cell can ask for. */
  private static final int LONGEST = 200;

  /** Marks without width: soft hyphen, joiners, directions, byte order mark. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
  private static final String LONE_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  private final NumberStyle style;
  private final Pattern number;
  private final char decimalChar;
  private final boolean inOnes;

  public NumberGrammar(NumberStyle style) {
    this.style = style;
    this.number = Pattern.compile(around(signed(style), style));
    this.decimalChar = style.decimalChar().charAt(0);
    this.inOnes = style.scale().compareTo(BigDecimal.ONE) == 0;
  }

  public NumberStyle style() {
    return style;
  }

  /** What the cell says; never throws. */
  public NumberReading read(String cell) {
    Optional<BigDecimal> plain = PlainNumber.read(cell, decimalChar);
    if (plain.isPresent()) {
      return figure(plain.get(), false);
    }
    if (cell.length() > LONGEST) {
      return new Unreadable();
    }
    String visible = isPlain(cell) ? cell : INVISIBLE.matcher(cell).replaceAll("");
    boolean cleaned = visible.length() < cell.length();
    String text = isPlain(visible) ? visible : SPACE.matcher(visible).replaceAll(" ").strip();
    if (text.length() == 1 && LONE_DASHES.indexOf(text.charAt(0)) >= 0) {
      return dash(cleaned);
    }
    boolean bracketed = isBracketed(text);
    Matcher match = number.matcher(bracketed ? text.substring(1, text.length() - 1) : text);
    if (!match.matches() || (bracketed && match.group("sign") != null)) {
      return new Unreadable();
    }
    BigDecimal printed = printed(match);
    boolean negative = bracketed || isMinus(match.group("sign"));
    return figure(negative ? printed.negate() : printed, cleaned);
  }

  /** True where nothing needs cleaning, as in nearly every cell. */
  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) <= ' ' || cell.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private NumberReading dash(boolean cleaned) {
    return switch (style.dash()) {
      case MISSING -> new Dashed();
      case ZERO -> new Figure(BigDecimal.ZERO, false, cleaned);
      case REFUSED -> new Unreadable();
    };
  }

  private BigDecimal printed(Matcher match) {
    String integer = match.group("integer").replace(style.groupChar(), "");
    String decimals = match.group("decimals");
    return new BigDecimal("0" + integer + (decimals == null ? "" : "." + decimals));
  }

  private NumberReading figure(BigDecimal printed, boolean cleaned) {
    BigDecimal scaled = plain(inOnes ? printed : printed.multiply(style.scale()));
    boolean rounded = scaled.scale() > DECIMALS;
    BigDecimal value = rounded ? plain(scaled.setScale(DECIMALS, RoundingMode.HALF_UP)) : scaled;
    if (value.precision() - value.scale() > INTEGER_DIGITS) {
      return new TooLarge();
    }
    return new Figure(value, rounded, cleaned);
  }

  /** One form for equal numbers: 1.50 and 1.5 are the same figure. */
  private static BigDecimal plain(BigDecimal value) {
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private boolean isBracketed(String text) {
    return style.parentheses() == Permission.ALLOWED
        && text.length() > 2
        && text.startsWith("(")
        && text.endsWith(")");
  }

  private static boolean isMinus(@Nullable String sign) {
    return sign != null && !sign.equals("+");
  }

  private static String signed(NumberStyle style) {
    String group = Pattern.quote(style.groupChar());
    String decimal = Pattern.quote(style.decimalChar());
    String grouped =
        style.groupChar().isEmpty() ? "" : "[1-9][0-9]{0,2}(?:" + group + "[0-9]{3})+|";
    return "(?<sign>[-+\\u2212])?"
        + ("(?=[0-9]|" + decimal + "[0-9])")
        + ("(?<integer>" + grouped + "[0-9]*)")
        + ("(?:" + decimal + "(?<decimals>[0-9]+))?")
        + (style.percent() == Permission.ALLOWED ? "(?: ?%)?" : "");
  }

  /**
   * Words and currency signs, where the style lets them stand: apart from the number, for {@code
   * E045} is a code.
   */
  private static String around(String number, NumberStyle style) {
    return style.bareNumber()
        ? number
        : "(?:[\\p{L}\\p{Sc} ]*[\\p{Sc} ])?" + number + "(?:[\\p{Sc} ][\\p{L}\\p{Sc} ]*)?";
  }
}
