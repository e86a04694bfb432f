package org.avance.extract.sheettext;

/**
 * What lies between two glyphs of a row.
 *
 * @param end where the glyphs before it end; not a number at the beginning of a row
 * @param width in widths of a space
 * @param typed how many spaces are drawn in it
 */
record PageGap(float end, float width, int typed) {
  static final PageGap NONE = new PageGap(Float.NaN, 0, 0);

  private static final float PARTS_WORDS = 0.5f;
  private static final float PARTS_CELLS = 2.5f;

  /** Prose that is set to full lines is stretched at its spaces: each excuses as much more. */
  private static final float STRETCH = 1.5f;

  /** Between words there is one, behind a sentence there may be two; more are meant as a gap. */
  private static final int TYPED_IN_PROSE = 2;

  PageGap before(Glyph glyph) {
    return Float.isNaN(end)
        ? this
        : glyph.isSpace()
            ? new PageGap(end, width, typed + 1)
            : new PageGap(end, (glyph.left() - end) / glyph.space(), typed);
  }

  PageGap behind(Glyph glyph) {
    return new PageGap(Float.isNaN(end) ? glyph.right() : Math.max(end, glyph.right()), 0, 0);
  }

  boolean partsCells() {
    return width >= PARTS_CELLS + (typed <= TYPED_IN_PROSE ? STRETCH * typed : 0);
  }

  boolean partsWords() {
    return width >= PARTS_WORDS || typed > 0;
  }
}
