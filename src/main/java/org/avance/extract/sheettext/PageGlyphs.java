package org.avance.extract.sheettext;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.avance.issue.RefusedFile;

/**
 * Takes the glyphs of each page as PDFBox finds them and makes lines of them. Counts the steps of
 * drawing, too: forms that draw one another can ask for any number of them.
 */
final class PageGlyphs extends PDFTextStripper {
  private static final long MOST_STEPS = 50_000_000;
  private static final int MOST_ON_A_PAGE = 500_000;

  private final Lines lines;
  private long steps;
  private int glyphsOnPage;
  private boolean empty = true;

  PageGlyphs(Limits limits) {
    this.lines = new Lines(limits);
    setSortByPosition(true);
  }

  /** A refusal on its way through PDFBox, which lets only {@link IOException} pass. */
  static final class Stop extends IOException {
    private static final long serialVersionUID = 1L;
    private final RefusedFile refused;

    Stop(RefusedFile refused) {
      super(refused);
      this.refused = refused;
    }

    RefusedFile refused() {
      return refused;
    }
  }

  boolean isEmpty() {
    return empty;
  }

  SheetText text() throws RefusedFile {
    return lines.text();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++steps > MOST_STEPS) {
      throw new Stop(Refusals.tooLarge("steps of drawing", steps, MOST_STEPS));
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (++glyphsOnPage <= MOST_ON_A_PAGE) {
      super.processTextPosition(text);
    }
  }

  @Override
  protected void writePage() throws IOException {
    try {
      if (glyphsOnPage > MOST_ON_A_PAGE) {
        throw Refusals.tooLarge("glyphs on a page", glyphsOnPage, MOST_ON_A_PAGE);
      }
      lines.page(getCurrentPageNo());
      for (List<TextPosition> article : getCharactersByArticle()) {
        write(article);
      }
      glyphsOnPage = 0;
    } catch (RefusedFile refused) {
      throw new Stop(refused);
    }
  }

  private void write(List<TextPosition> article) throws RefusedFile {
    List<Glyph> glyphs = article.stream().map(Glyph::of).toList();
    for (String line : new PageRows(glyphs).lines()) {
      empty = false;
      lines.add(line);
    }
  }
}
