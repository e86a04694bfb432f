package org.avance.extract.sheettext;

/**
 * What no sheet needs more of. They bound the memory and the time that a document can cost, however
 * it was made.
 *
 * @param bytes of a text or HTML file
 * @param pdfBytes of a PDF, which has images
 * @param streamBytes of a compressed part of a PDF, unpacked
 * @param pages of a PDF
 * @param steps of drawing in a PDF, see {@link PageGlyphs}
 * @param tags of an HTML file
 * @param lines of the whole document
 * @param lineChars characters of one line
 * @param chars characters of the whole document
 */
record Limits(
    long bytes,
    long pdfBytes,
    long streamBytes,
    int pages,
    long steps,
    int tags,
    int lines,
    int lineChars,
    int chars) {
  static final Limits STANDARD =
      new Limits(
          20_000_000,
          50_000_000,
          50_000_000,
          2_000,
          50_000_000,
          500_000,
          200_000,
          1_000_000,
          40_000_000);
}
