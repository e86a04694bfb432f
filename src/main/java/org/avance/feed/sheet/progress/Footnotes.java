package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/** What the footnotes of the sheet mean. */
final class Footnotes {
  private static final String RAISED = "\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
  private static final List<String> NUMBERS =
      List.of(
          "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
          "doce", "trece", "catorce", "quince");
  private static final Pattern COUNT =
      Pattern.compile("\\b(" + String.join("|", NUMBERS) + "|\\d{1,3}) indicador(?:es)?\\b");

  private Footnotes() {}

  /** The mark as plain text: {@code 1}, {@code 2}, {@code *}. */
  static String subject(String mark) {
    int raised = RAISED.indexOf(mark);
    return raised < 0 ? mark : String.valueOf(raised + 1);
  }

  /** Whether it says that those without a class are of constant direction, and do report. */
  static boolean saysConstant(String text) {
    return Texts.key(text).contains("sentido constante")
        || Texts.key(text).contains("sentido es constante");
  }

  /** How many indicators it speaks of, in figures or words. */
  static Optional<Integer> count(String text) {
    Matcher count = COUNT.matcher(Texts.key(text));
    if (!count.find()) {
      return Optional.empty();
    }
    int word = NUMBERS.indexOf(count.group(1));
    return Optional.of(word < 0 ? Integer.parseInt(count.group(1)) : word + 1);
  }
}
