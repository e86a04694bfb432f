package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.mapping.MissingWords;
import org.avance.model.MissingReason;
import org.avance.model.Stated;

/**
 * A cell of the distribution: a count of indicators, often with their share of all.
 *
 * @param readable whether it is such a cell, or says that there is none
 */
record MatrixCell(
    String printed, Stated<BigDecimal> count, Stated<BigDecimal> percent, boolean readable) {

  /** {@code 5}, {@code 5, 33%}, {@code 5 (33.3 %)}. */
  static final Pattern COUNT =
      Pattern.compile(
          "(\\d{1,4})(?:\\s*[,;(]?\\s*(?<!\\d)(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%\\s*\\)?)?");

  static MatrixCell of(String printed, MissingWords missing) {
    Matcher count = COUNT.matcher(printed);
    Optional<MissingReason> reason = missing.reason(printed);
    Stated<BigDecimal> none = Stated.missing(reason.orElse(MissingReason.BLANK), printed);
    if (!count.matches()) {
      return new MatrixCell(printed, none, none, reason.isPresent());
    }
    Stated<BigDecimal> percent =
        count.group(2) == null
            ? Stated.missing(MissingReason.BLANK, "")
            : Stated.given(new BigDecimal(count.group(2)));
    return new MatrixCell(printed, Stated.given(new BigDecimal(count.group(1))), percent, true);
  }

  Optional<BigDecimal> counted() {
    return count.fold(Optional::of, missing -> Optional.empty());
  }

  Optional<BigDecimal> share() {
    return percent.fold(Optional::of, missing -> Optional.empty());
  }
}
