package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;
import org.avance.model.CriterionMark;

/**
 * A mark and what stands behind it, as printed. A mark that an encoding lost is a question mark.
 *
 * @param sign a check mark, a warning sign, or one that says neither
 */
record Mark(String sign, String criterion) {
  private static final String MET = "\u2713\u2714\u2705\u2611";
  private static final String WARNING = "\u26A0";
  private static final String SIGNS = MET + WARNING + "\u2717\u2718\u274C?";
  private static final Pattern MARKED =
      Pattern.compile("([" + SIGNS + "])\uFE0F?\\s*([^" + SIGNS + "]*\\p{L}[^" + SIGNS + "]*)");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\u2022\u00B7;,.-]+$");

  /** All of a text, in order; what stands before the first is none of them. */
  static List<Mark> listed(String text) {
    return MARKED
        .matcher(text)
        .results()
        .map(
            each ->
                new Mark(
                    each.group(1),
                    Texts.folded(SEPARATORS.matcher(each.group(2)).replaceFirst(""))))
        .toList();
  }

  /** Empty where the sign can't be read. */
  Optional<CriterionMark> meaning() {
    if (MET.contains(sign)) {
      return Optional.of(CriterionMark.MET);
    }
    return WARNING.equals(sign) ? Optional.of(CriterionMark.WARNING) : Optional.empty();
  }

  String printed() {
    return sign + " " + criterion;
  }
}
