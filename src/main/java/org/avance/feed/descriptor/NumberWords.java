package org.avance.feed.descriptor;

import static org.avance.feed.number.NumberStyle.MEXICAN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.avance.feed.number.Dash;
import org.avance.feed.number.NumberGrammar;
import org.avance.feed.number.NumberStyle;
import org.avance.feed.number.Permission;

/** {@code numbers}: how a feed or a column prints numbers. */
final class NumberWords {
  private static final Reader<Permission> PERMISSION = Readers.oneOf(List.of(Permission.values()));

  private static final Word<String> GROUP_CHAR =
      Word.optional(
          "groupChar",
          sign("one of \",\", \".\", \"'\", a space or none", List.of(",", ".", " ", "'", "")),
          MEXICAN.groupChar(),
          "Between groups of three digits.");
  private static final Word<String> DECIMAL_CHAR =
      Word.optional(
          "decimalChar",
          sign("one of \".\" or \",\"", List.of(".", ",")),
          MEXICAN.decimalChar(),
          "Before the decimals.");
  private static final Word<Dash> DASH =
      Word.optional(
          "dash", Readers.oneOf(List.of(Dash.values())), MEXICAN.dash(), "What a lone dash means.");
  private static final Word<Permission> PERCENT =
      Word.optional(
          "percent", PERMISSION, MEXICAN.percent(), "Whether % may follow; 12 % is read as 12.");
  private static final Word<Permission> PARENTHESES =
      Word.optional("parentheses", PERMISSION, MEXICAN.parentheses(), "Whether (5) is read as -5.");
  private static final Word<Boolean> BARE_NUMBER =
      Word.optional(
          "bareNumber",
          Readers.BOOLEAN,
          MEXICAN.bareNumber(),
          "false where words or currency signs may stand around a number.");
  private static final Word<BigDecimal> SCALE =
      Word.optional("scale", Readers.FACTOR, MEXICAN.scale(), "What one printed unit is worth.");

  /** The style, ready to read with. */
  static final Reader<NumberGrammar> GRAMMAR =
      Words.of(GROUP_CHAR, DECIMAL_CHAR, DASH, PERCENT, PARENTHESES, BARE_NUMBER, SCALE)
          .as("a map of how numbers are printed", NumberWords::grammar)
          .shaped(
              Shape.of(
                      Words.of(
                          GROUP_CHAR, DECIMAL_CHAR, DASH, PERCENT, PARENTHESES, BARE_NUMBER, SCALE))
                  .named("numbers"));

  private NumberWords() {}

  private static Optional<NumberGrammar> grammar(Said said) {
    if (said.get(GROUP_CHAR).equals(said.get(DECIMAL_CHAR))) {
      said.fault(
          said.has(DECIMAL_CHAR) ? DECIMAL_CHAR : GROUP_CHAR,
          "expected groupChar and decimalChar to differ but found both to be \""
              + said.get(GROUP_CHAR)
              + "\"");
      return Optional.empty();
    }
    return Optional.of(
        new NumberGrammar(
            new NumberStyle(
                said.get(GROUP_CHAR),
                said.get(DECIMAL_CHAR),
                said.get(DASH),
                said.get(PERCENT),
                said.get(PARENTHESES),
                said.get(BARE_NUMBER),
                said.get(SCALE))));
  }

  private static Reader<String> sign(String expected, List<String> allowed) {
    return Readers.parsed(
            expected,
            text -> Optional.of(text.equals("none") ? "" : text).filter(allowed::contains))
        .shaped(Shape.ANY_SCALAR);
  }
}
