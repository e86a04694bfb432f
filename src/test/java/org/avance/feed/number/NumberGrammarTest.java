package org.avance.feed.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.avance.feed.number.NumberReading.Dashed;
import org.avance.feed.number.NumberReading.Figure;
import org.avance.feed.number.NumberReading.TooLarge;
import org.avance.feed.number.NumberReading.Unreadable;
import org.junit.jupiter.api.Test;

class NumberGrammarTest {
  private static final NumberStyle PLAIN = NumberStyle.MEXICAN;
  private static final NumberStyle EUROPEAN = style(".", ",");
  private static final NumberStyle FRENCH = style(" ", ",");
  private static final NumberStyle UNGROUPED = style("", ".");

  private static NumberStyle style(String group, String decimal) {
    return new NumberStyle(
        group,
        decimal,
        PLAIN.dash(),
        PLAIN.percent(),
        PLAIN.parentheses(),
        PLAIN.bareNumber(),
        PLAIN.scale());
  }

  private static NumberStyle with(Dash dash, Permission percent, Permission parentheses) {
    return new NumberStyle(",", ".", dash, percent, parentheses, true, BigDecimal.ONE);
  }

  private static NumberStyle scaled(String scale) {
    return new NumberStyle(
        ",", ".", Dash.ZERO, Permission.REFUSED, Permission.REFUSED, true, new BigDecimal(scale));
  }

  private static NumberStyle wordy() {
    return new NumberStyle(
        ",", ".", Dash.REFUSED, Permission.REFUSED, Permission.REFUSED, false, BigDecimal.ONE);
  }

  private static void accepts(NumberStyle style, String cell, String value) {
    assertThat(new NumberGrammar(style).read(cell))
        .as(cell)
        .isEqualTo(new Figure(new BigDecimal(value), false, false));
  }

  private static void refuses(NumberStyle style, String cell) {
    assertThat(new NumberGrammar(style).read(cell)).as(cell).isEqualTo(new Unreadable());
  }

  @Test
  void digits_grouped_in_threes_or_not_at_all_are_numbers() {
    accepts(PLAIN, "0", "0");
    accepts(PLAIN, "61851", "61851");
    accepts(PLAIN, "1,234,567.89", "1234567.89");
    accepts(PLAIN, "1234567.89", "1234567.89");
    accepts(PLAIN, "40,800,000", "40800000");
    accepts(PLAIN, "007", "7");
    accepts(PLAIN, ".5", "0.5");
    accepts(PLAIN, "1.50", "1.5");
    accepts(PLAIN, "-12", "-12");
    accepts(PLAIN, "+12", "12");
    accepts(PLAIN, "\u22121,200", "-1200");
    accepts(PLAIN, "7912136.5300000003", "7912136.5300000003");
  }

  @Test
  void each_style_reads_its_own_signs_only() {
    accepts(EUROPEAN, "1.234.567,89", "1234567.89");
    refuses(EUROPEAN, "1,234,567.89");
    accepts(FRENCH, "1 292", "1292");
    accepts(FRENCH, "1\u00A0292\u202F000,5", "1292000.5");
    refuses(FRENCH, "1  292");
    accepts(UNGROUPED, "1234.5", "1234.5");
    refuses(UNGROUPED, "1,234.5");
  }

  @Test
  void a_number_that_can_be_read_two_ways_is_no_number() {
    refuses(PLAIN, "12,34");
    refuses(PLAIN, "1,23");
    refuses(PLAIN, "1234,567");
    refuses(PLAIN, "1,234567");
    refuses(PLAIN, "1,,234");
    refuses(PLAIN, ",234");
    refuses(PLAIN, "0,123");
    refuses(PLAIN, "3, 139, 105");
    refuses(PLAIN, "1.234.567");
    refuses(PLAIN, "5.");
    refuses(PLAIN, "1e5");
    refuses(PLAIN, "- 5");
    refuses(PLAIN, "--5");
    refuses(PLAIN, "5-");
    refuses(PLAIN, "1.2,345");
  }

  @Test
  void text_around_a_number_is_not_part_of_it() {
    refuses(PLAIN, "52311 viviendas");
    refuses(PLAIN, "Persona");
    refuses(PLAIN, "$5");
    refuses(PLAIN, "94.90 %");
    refuses(PLAIN, "(5)");
    refuses(PLAIN, "");
    refuses(PLAIN, " ");
    refuses(PLAIN, ".");
    refuses(PLAIN, "\u0661\u0662");
  }

  @Test
  void a_style_may_let_words_stand_apart_from_the_number() {
    accepts(wordy(), "US$ 1,200.50", "1200.5");
    accepts(wordy(), "$5", "5");
    accepts(wordy(), "52311 viviendas", "52311");
    accepts(wordy(), "12", "12");
    refuses(wordy(), "E045");
    refuses(wordy(), "A-12");
    refuses(wordy(), "12a");
    refuses(wordy(), "12 de 15");
    refuses(wordy(), "viviendas");
  }

  @Test
  void percent_signs_and_parentheses_are_read_where_the_style_says_so() {
    NumberStyle both = with(Dash.REFUSED, Permission.ALLOWED, Permission.ALLOWED);
    accepts(both, "94.90 %", "94.9");
    accepts(both, "94.90%", "94.9");
    accepts(both, "(1,200)", "-1200");
    refuses(both, "(-5)");
    refuses(both, "()");
    refuses(both, "(5");
    refuses(both, "5 % %");
  }

  @Test
  void a_lone_dash_means_what_the_style_says() {
    accepts(with(Dash.ZERO, Permission.REFUSED, Permission.REFUSED), " \u2013 ", "0");
    refuses(with(Dash.REFUSED, Permission.REFUSED, Permission.REFUSED), "-");
    assertThat(
            new NumberGrammar(with(Dash.MISSING, Permission.REFUSED, Permission.REFUSED)).read("-"))
        .isEqualTo(new Dashed());
  }

  @Test
  void spaces_around_a_number_do_not_matter_and_invisible_marks_are_noted() {
    accepts(PLAIN, "\u00A0 12\t\r\n", "12");
    accepts(PLAIN, "\u200912\u202F", "12");
    assertThat(new NumberGrammar(PLAIN).read("\u202A1\u200B2\u202C"))
        .isEqualTo(new Figure(new BigDecimal("12"), false, true));
    assertThat(new NumberGrammar(PLAIN).read("1\u00AD2\uFEFF"))
        .isEqualTo(new Figure(new BigDecimal("12"), false, true));
  }

  @Test
  void the_scale_is_applied_to_the_figure() {
    accepts(scaled("1000000"), "2,712.44", "2712440000");
    accepts(scaled("0.01"), "5", "0.05");
    accepts(scaled("1000"), "-", "0");
  }

  @Test
  void figures_fit_a_decimal_of_20_and_10_digits() {
    NumberGrammar grammar = new NumberGrammar(PLAIN);
    accepts(PLAIN, "99999999999999999999.9999999999", "99999999999999999999.9999999999");
    accepts(PLAIN, "0000000000000000000000001", "1");
    accepts(PLAIN, "1.00000000000000000", "1");
    assertThat(grammar.read("0.12345678905"))
        .isEqualTo(new Figure(new BigDecimal("0.1234567891"), true, false));
    assertThat(grammar.read("-0.00000000005"))
        .isEqualTo(new Figure(new BigDecimal("-0.0000000001"), true, false));
    assertThat(grammar.read("100000000000000000000")).isEqualTo(new TooLarge());
    assertThat(grammar.read("99999999999999999999.99999999995")).isEqualTo(new TooLarge());
    assertThat(new NumberGrammar(scaled("1000")).read("100000000000000000"))
        .isEqualTo(new TooLarge());
    refuses(PLAIN, "1".repeat(1_000_000));
  }

  @Test
  void whatever_a_style_prints_it_reads_back() {
    Random random = new Random(20151121);
    NumberStyle[] styles = {PLAIN, EUROPEAN, FRENCH, UNGROUPED};
    for (int i = 0; i < 20_000; i++) {
      NumberStyle style = styles[random.nextInt(styles.length)];
      BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), i % 7);
      BigDecimal canonical = canonical(value);
      accepts(style, printed(value, style, random.nextBoolean()), canonical.toPlainString());
    }
  }

  @Test
  void any_text_yields_a_reading_and_a_figure_only_from_its_own_digits() {
    Random random = new Random(42);
    String letters = "0123456789,,..--+ %()$aE\u00A0\u200B\u202A\u2212\u00E9\uD83D\uDE00\n";
    NumberGrammar[] grammars = {
      new NumberGrammar(PLAIN), new NumberGrammar(FRENCH), new NumberGrammar(wordy())
    };
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String cell = text.toString();
      if (grammars[i % grammars.length].read(cell) instanceof Figure figure) {
        String wanted = cell.replaceAll("[^0-9]", "").replaceAll("^0+", "");
        String digits = figure.value().unscaledValue().abs().toString().replaceAll("^0+", "");
        assertThat(wanted).as(cell).startsWith(digits.replaceAll("0+$", ""));
      }
    }
  }

  private static BigDecimal canonical(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Written apart from the grammar: by cutting the plain digits into threes from the right. */
  private static String printed(BigDecimal value, NumberStyle style, boolean grouped) {
    String[] parts = value.abs().toPlainString().split("\\.");
    StringBuilder digits = new StringBuilder(parts[0]);
    if (grouped) {
      for (int at = digits.length() - 3; at > 0; at -= 3) {
        digits.insert(at, style.groupChar());
      }
    }
    String sign = value.signum() < 0 ? "-" : "";
    return sign + digits + (parts.length > 1 ? style.decimalChar() + parts[1] : "");
  }
}
