package org.avance.extract.sheettext;

import java.text.Normalizer;
import org.apache.pdfbox.text.TextPosition;

/**
 * What is drawn at one place of a page, turned so that its text runs from left to right.
 *
 * @param text one character, or several that are drawn as one; white space is one space
 * @param turn degrees by which it was turned
 * @param left distance from the left edge in points
 * @param right where it ends
 * @param top distance of its upper edge from the upper edge of the page
 * @param base distance of the line that it stands on
 * @param space width of a space beside it
 */
record Glyph(String text, float turn, float left, float right, float top, float base, float space) {
  /** A font may state no width of its space, or an absurd one: these are shares of the height. */
  private static final float LEAST_SPACE = 0.2f;

  private static final float WIDEST_SPACE = 1f;
  private static final float USUAL_SPACE = 0.4f;

  static Glyph of(TextPosition at) {
    float height = Math.max(at.getHeightDir(), 1f);
    return new Glyph(
        text(at.getUnicode()),
        at.getDir(),
        at.getXDirAdj(),
        at.getXDirAdj() + Math.max(0, at.getWidthDirAdj()),
        at.getYDirAdj() - height,
        at.getYDirAdj(),
        space(at.getWidthOfSpace(), height));
  }

  private static float space(float stated, float height) {
    boolean plausible = stated > LEAST_SPACE * height && stated < WIDEST_SPACE * height;
    return plausible ? stated : USUAL_SPACE * height;
  }

  /** Ligatures are taken apart; what can't be seen is a space. */
  private static String text(String drawn) {
    if (drawn.chars().allMatch(c -> c <= ' ' || c == '\u00A0')) {
      return " ";
    }
    boolean isLigature = drawn.chars().anyMatch(c -> c >= '\uFB00' && c <= '\uFB06');
    return isLigature ? Normalizer.normalize(drawn, Normalizer.Form.NFKC) : drawn;
  }

  boolean isSpace() {
    return text.equals(" ");
  }

  float height() {
    return base - top;
  }
}
