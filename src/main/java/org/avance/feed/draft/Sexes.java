package org.avance.feed.draft;

import java.util.Optional;
import org.avance.feed.text.Texts;

/** The sexes that a text names, in the language's words. */
final class Sexes {
  private Sexes() {}

  /** Of a whole cell. */
  static Optional<String> of(String text) {
    return switch (Texts.key(text)) {
      case "mujer", "mujeres", "femenino" -> Optional.of("women");
      case "hombre", "hombres", "masculino" -> Optional.of("men");
      case "total", "ambos", "ambos sexos" -> Optional.of("total");
      default -> Optional.empty();
    };
  }

  /** Of a column's name; total where it names none. */
  static String within(String key) {
    if (key.matches(".*\\b(mujer(es)?|femenin[ao]s?)\\b.*")) {
      return "women";
    }
    return key.matches(".*\\b(hombres?|masculin[ao]s?)\\b.*") ? "men" : "total";
  }
}
