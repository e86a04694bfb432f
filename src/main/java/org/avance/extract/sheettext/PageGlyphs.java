package org.avance.extract.sheettext;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.avance.issue.RefusedFile;

/**
 * Takes the glyphs of each page as PDFBox finds them and makes lines of them. Counts the steps of
 * drawing, too: forms that draw one another can ask for any number of them.
 */
final class PageGlyphs extends PDFTextStripper {
  /** What drawing a form costs beside a simple step, and forms may draw forms. */
  private static final int STEPS_OF_A_FORM = 2_000;

  private static final int MOST_ON_A_PAGE = 500_000;

  private final Limits limits;
  private final Lines lines;
  private long steps;
  private int glyphsOnPage;
  private boolean empty = true;

  PageGlyphs(Limits limits) {
    this.limits = limits;
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
    steps += operator.getName().equals(OperatorName.DRAW_OBJECT) ? STEPS_OF_A_FORM : 1;
    if (steps > limits.steps()) {
      throw new Stop(Refusals.tooLarge("steps of drawing", steps, limits.steps()));
    }
    super.processOperator(operator, operands);
  }

  /** PDFBox goes on behind a form that can't be drawn. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException fault)
      throws IOException {
    if (fault instanceof Stop) {
      throw fault;
    }
    super.operatorException(operator, operands, fault);
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
