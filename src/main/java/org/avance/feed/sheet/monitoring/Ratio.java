package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Stated;

/**
 * A percentage that the sheet prints beside the two figures it is made of. It agrees with them
 * within one unit of its last printed digit: sheets round, cut, or divide unrounded figures.
 *
 * @param name as the sheet calls it
 * @param printed as printed; empty where nothing is
 */
record Ratio(String name, String printed, long line) {
  private static final Pattern DECIMALS = Pattern.compile("\\d[.](\\d+)\\s*%?$");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What is wrong with it; empty where nothing is, or where nothing is printed. */
  Optional<Issue> check(Stated<BigDecimal> part, Stated<BigDecimal> whole, Cells cells) {
    if (cells.isMissing(printed)) {
      return Optional.empty();
    }
    Optional<BigDecimal> stated = cells.percent(printed);
    Optional<BigDecimal> computed = computed(part, whole);
    if (stated.isEmpty() || computed.isEmpty()) {
      return Optional.of(
          issue(
              stated.isEmpty()
                  ? "a percentage such as 94.90 %"
                  : "figures that it can be computed from"));
    }
    BigDecimal difference = stated.get().subtract(computed.get()).abs();
    return difference.compareTo(unit()) <= 0
        ? Optional.empty()
        : Optional.of(
            issue(rounded(computed.get()) + " %, give or take " + unit().toPlainString()));
  }

  private static Optional<BigDecimal> computed(Stated<BigDecimal> part, Stated<BigDecimal> whole) {
    return part.fold(Optional::of, missing -> Optional.<BigDecimal>empty())
        .flatMap(
            figure ->
                whole
                    .fold(Optional::of, missing -> Optional.<BigDecimal>empty())
                    .filter(base -> base.signum() != 0)
                    .map(base -> figure.multiply(HUNDRED).divide(base, MathContext.DECIMAL64)));
  }

  /** One unit of the last printed digit. */
  private BigDecimal unit() {
    return BigDecimal.ONE.movePointLeft(decimals());
  }

  private int decimals() {
    Matcher match = DECIMALS.matcher(Texts.trimmed(printed));
    return match.find() ? match.group(1).length() : 0;
  }

  private String rounded(BigDecimal computed) {
    return computed.setScale(decimals() + 2, RoundingMode.HALF_UP).toPlainString();
  }

  private Issue issue(String expected) {
    return new Issue(
        IssueCode.RATIO_MISMATCH,
        Location.cell(line, name),
        printed,
        name + ": expected " + expected + " but found " + Texts.quoted(printed),
        expected);
  }
}
