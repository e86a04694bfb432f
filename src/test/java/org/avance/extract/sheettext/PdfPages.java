package org.avance.extract.sheettext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Prints lines into a simple PDF, for tests of what reads PDFs: a tab in a line begins the next
 * column, a blank line leaves its room, a form feed begins a page. The lines of a table, those with
 * tabs that follow one another, share their columns; nothing is wrapped, the pages are as wide as
 * the widest line. Letters are those of windows-1252: no ✓, no ⚠.
 */
public final class PdfPages {
  private static final PDType1Font FONT = font(Standard14Fonts.FontName.HELVETICA);
  private static final float SIZE = 9;
  private static final float LEADING = 14;
  private static final float MARGIN = 40;
  private static final float BETWEEN_COLUMNS = 18;

  private PdfPages() {}

  /** Made without a look at the machine's fonts. */
  static PDType1Font font(Standard14Fonts.FontName name) {
    FontMappers.set(new BundledFont());
    return new PDType1Font(name);
  }

  /** The PDF's bytes. */
  public static byte[] print(String text) throws IOException {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (String page : text.split("\f", -1)) {
        page(pdf, List.of(page.split("\n", -1)));
      }
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void page(PDDocument pdf, List<String> lines) throws IOException {
    List<List<Float>> starts = starts(lines);
    float height = 2 * MARGIN + LEADING * lines.size();
    PDPage page = new PDPage(new PDRectangle(width(lines, starts), height));
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      for (int i = 0; i < lines.size(); i++) {
        float y = height - MARGIN - LEADING * (i + 1);
        row(content, lines.get(i).split("\t", -1), starts.get(i), y);
      }
    }
  }

  private static void row(PDPageContentStream content, String[] cells, List<Float> starts, float y)
      throws IOException {
    for (int i = 0; i < cells.length; i++) {
      content.beginText();
      content.setFont(FONT, SIZE);
      content.newLineAtOffset(starts.get(i), y);
      content.showText(cells[i]);
      content.endText();
    }
  }

  /** Where the cells of each line begin. */
  private static List<List<Float>> starts(List<String> lines) throws IOException {
    List<List<Float>> starts = new ArrayList<>();
    List<String> table = new ArrayList<>();
    for (String line : lines) {
      if (!line.contains("\t")) {
        addTable(starts, table);
        starts.add(List.of(MARGIN));
      } else {
        table.add(line);
      }
    }
    addTable(starts, table);
    return starts;
  }

  private static void addTable(List<List<Float>> starts, List<String> table) throws IOException {
    List<Float> columns = new ArrayList<>(List.of(MARGIN));
    for (int i = 0; columns.size() == i + 1; i++) {
      float widest = -1;
      for (String line : table) {
        String[] cells = line.split("\t", -1);
        widest = i < cells.length ? Math.max(widest, width(cells[i])) : widest;
      }
      if (widest >= 0) {
        columns.add(columns.get(i) + widest + BETWEEN_COLUMNS);
      }
    }
    table.forEach(line -> starts.add(columns));
    table.clear();
  }

  private static float width(List<String> lines, List<List<Float>> starts) throws IOException {
    float widest = PDRectangle.A4.getWidth();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      float last = starts.get(i).get(cells.length - 1);
      widest = Math.max(widest, last + width(cells[cells.length - 1]) + MARGIN);
    }
    return widest;
  }

  private static float width(String text) throws IOException {
    return FONT.getStringWidth(text) / 1000 * SIZE;
  }
}
