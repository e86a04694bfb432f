package org.avance.feed.sheet.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;

/**
 * The name of an indicator that stands as a line of its own after the text on results.
 *
 * <ul>
 *   <li>The text ends at a blank line, or at a line that ends in a full stop or in cited
 *       evaluations, {@code (EDS16, MIR17)}: what follows is the name, however it is broken.
 *   <li>A name begins with a capital and is no sentence. Two of them are told apart by a blank
 *       line; then it is not said which one is meant, and there is none.
 * </ul>
 */
final class IndicatorName {
  private static final Pattern TEXT_END =
      Pattern.compile("[.]\\W*$|\\([\\p{L}\\d ,;]*\\d{2,4}\\)\\W*$");

  private static final int LONGEST = 400;

  private IndicatorName() {}

  /** One name that stands behind the text; empty where there is none, or more than one. */
  static Optional<Passage> of(List<SheetLine> lines) {
    List<Paragraph> after = Paragraph.of(afterText(lines));
    return after.size() == 1
        ? Optional.of(Passage.of(after.get(0).lines())).filter(IndicatorName::isName)
        : Optional.empty();
  }

  /** The lines behind the last one that ends the text; none where no text ends. */
  static List<SheetLine> afterText(List<SheetLine> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String soFar = Passage.of(lines.subList(0, i + 1)).text();
      if (hasLetters(lines.get(i)) && TEXT_END.matcher(soFar).find()) {
        return lines.subList(i + 1, lines.size());
      }
    }
    return Paragraph.of(lines).stream().skip(1).flatMap(each -> each.lines().stream()).toList();
  }

  private static boolean hasLetters(SheetLine line) {
    return line.text().codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isName(Passage passage) {
    return Character.isUpperCase(passage.text().codePointAt(0))
        && passage.text().length() <= LONGEST
        && !Purpose.isStated(passage);
  }
}
