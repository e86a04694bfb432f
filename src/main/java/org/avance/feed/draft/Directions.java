package org.avance.feed.draft;

import java.util.Map;
import java.util.Optional;
import org.avance.feed.text.Texts;

/** How files print where an indicator is meant to go. */
final class Directions {
  private static final Map<String, String> WORDS =
      Map.of(
          "ascendente", "ascending",
          "descendente", "descending",
          "constante", "constant",
          "regular", "nominal",
          "nominal", "nominal");

  private Directions() {}

  /** The descriptor's word for a printed one. */
  static Optional<String> of(String text) {
    return Optional.ofNullable(WORDS.get(Texts.key(text)));
  }
}
