package org.avance.feed.sheet.monitoring;

import java.text.Normalizer;

/**
 * A text in lower case, without accents, every space a blank, and as long as it was: a pattern
 * found in it stands at the same place in the text itself.
 */
final class Bare {
  private Bare() {}

  static String of(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      bare.append(bare(text.charAt(i)));
    }
    return bare.toString();
  }

  private static char bare(char letter) {
    if (letter < 0x80) {
      return Character.toLowerCase(letter);
    }
    if (Character.isSpaceChar(letter)) {
      return ' ';
    }
    if (Character.isSurrogate(letter)) {
      return letter;
    }
    String parted = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
    return Character.toLowerCase(parted.charAt(0));
  }
}
