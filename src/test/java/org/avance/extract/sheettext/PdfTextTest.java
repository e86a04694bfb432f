package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTextTest {
  private static final PDType1Font FONT = PdfPages.font(Standard14Fonts.FontName.TIMES_ROMAN);

  @TempDir private Path folder;
  private Documents documents;

  /** What draws on a page. */
  @FunctionalInterface
  private interface Drawing {
    void on(PDPageContentStream content) throws IOException;
  }

  @BeforeEach
  void folder() {
    documents = new Documents(folder);
  }

  @Test
  void lines_are_read_with_their_page() throws Exception {
    byte[] pdf = PdfPages.print("Programa Institucional\n\nPoblación, año: «1»\f02\nDatos");
    assertThat(documents.lines(pdf))
        .containsExactly(
            "page 1, line 1: Programa Institucional",
            "page 1, line 2: Población, año: «1»",
            "page 2, line 1: 02",
            "page 2, line 2: Datos");
  }

  @Test
  void a_row_of_a_table_is_a_line_and_each_cell_keeps_its_column() throws Exception {
    String text =
        """
        Presupuesto Ejercido *
        Año\tDel Programa (MDP) (1)\tDel Ramo\t%
        2016\t2,712.44\t213,827.70\t1.27 %
        2017\t\t217,054.66\t
        \tND\t\tx
        Año de inicio: 2016
        """;
    assertThat(documents.lines(PdfPages.print(text)))
        .containsExactly(
            "page 1, line 1: Presupuesto Ejercido *",
            "page 1, line 2: Año\tDel Programa (MDP) (1)\tDel Ramo\t%",
            "page 1, line 3: 2016\t2,712.44\t213,827.70\t1.27 %",
            "page 1, line 4: 2017\t\t217,054.66",
            "page 1, line 5: \tND\t\tx",
            "page 1, line 6: Año de inicio: 2016");
  }

  @Test
  void an_empty_cell_is_known_by_the_rows_close_above_only() throws Exception {
    byte[] pdf =
        drawn(
            content -> {
              show(content, 50, 700, 10, "a");
              show(content, 150, 700, 10, "b");
              show(content, 250, 700, 10, "c");
              show(content, 50, 685, 10, "1");
              show(content, 250, 685, 10, "3");
              show(content, 150, 670, 10, "2");
              show(content, 50, 600, 10, "x");
              show(content, 250, 600, 10, "z");
              show(content, 300, 500, 10, "02");
            });
    assertThat(documents.lines(pdf))
        .containsExactly(
            "page 1, line 1: a\tb\tc",
            "page 1, line 2: 1\t\t3",
            "page 1, line 3: \t2",
            "page 1, line 4: x\tz",
            "page 1, line 5: 02");
  }

  @Test
  void a_wrapped_cell_goes_on_in_a_line_of_its_own_in_its_column() throws Exception {
    byte[] pdf =
        drawn(
            content -> {
              show(content, 50, 700, 9, "Indicadores");
              show(content, 150, 700, 9, "1.1 Porcentaje de");
              show(content, 300, 700, 9, "1.2 Razón del");
              show(content, 150, 689, 9, "consultas");
              show(content, 300, 689, 9, "défi-");
              show(content, 300, 678, 9, "cit");
            });
    assertThat(documents.lines(pdf))
        .containsExactly(
            "page 1, line 1: Indicadores\t1.1 Porcentaje de\t1.2 Razón del",
            "page 1, line 2: \tconsultas\tdéfi-",
            "page 1, line 3: \t\tcit");
  }

  @Test
  void a_raised_mark_and_pieces_drawn_in_any_order_are_in_their_line() throws Exception {
    byte[] pdf =
        drawn(
            content -> {
              show(content, 50, 650, 10, "segunda");
              show(content, 88, 704, 6, "1");
              show(content, 50, 700, 10, "Indicador");
              show(content, 93, 700, 10, "de");
              show(content, 105, 700.3f, 10, "fin");
            });
    assertThat(documents.lines(pdf))
        .containsExactly("page 1, line 1: Indicador1 de fin", "page 1, line 2: segunda");
  }

  @Test
  void words_of_prose_set_to_a_full_line_are_not_cells() throws Exception {
    byte[] pdf =
        drawn(
            content -> {
              content.setWordSpacing(3);
              show(content, 50, 700, 10, "El programa reporta avance.  Sigue.");
            });
    assertThat(documents.lines(pdf))
        .containsExactly("page 1, line 1: El programa reporta avance. Sigue.");
  }

  @Test
  void a_scan_is_refused() throws Exception {
    byte[] pdf;
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        content.drawImage(LosslessFactory.createFromImage(document, image), 10, 10);
      }
      pdf = saved(document);
    }
    assertThat(documents.refusal(pdf))
        .isEqualTo(
            "NO_TEXT_LAYER | 0 | a PDF without text | expected a PDF with a text layer, found one"
                + " that has no text (1 page): it is a scan | a PDF with a text layer");
  }

  @Test
  void a_pdf_that_asks_for_a_password_is_refused_and_one_that_only_forbids_is_read()
      throws Exception {
    assertThat(documents.refusal(encrypted("secret")))
        .isEqualTo(
            "DOCUMENT_ENCRYPTED | 0 | an encrypted PDF | expected a PDF that opens without a"
                + " password, found one that is encrypted | a PDF without a password");
    assertThat(documents.lines(encrypted(""))).containsExactly("page 1, line 1: texto");
  }

  @Test
  void a_damaged_pdf_is_refused() throws Exception {
    byte[] whole = PdfPages.print("Programa");
    assertThat(documents.refusal(Arrays.copyOf(whole, whole.length / 2)))
        .isEqualTo(
            "DOCUMENT_BROKEN | 0 | its end (%%EOF) is missing | expected a PDF with a text layer,"
                + " found one that is damaged: its end (%%EOF) is missing | a PDF with a text"
                + " layer");
    assertThat(documents.refusal("%PDF-1.4\nnothing\n%%EOF".getBytes(StandardCharsets.UTF_8)))
        .startsWith("DOCUMENT_BROKEN | 0 | ");
  }

  @Test
  void more_than_any_sheet_needs_is_refused() throws Exception {
    Limits small = new Limits(9, 9_999, 9_999, 2, 9_999, 9, 3, 99, 999);
    assertThat(documents.refusal(PdfPages.print("a\fb\fc"), small))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 0 | 3 | expected a document of at most 2 pages, found 3 | up to 2"
                + " pages");
    assertThat(documents.refusal(PdfPages.print("a\nb\nc\nd"), small))
        .startsWith("DOCUMENT_TOO_LARGE | 0 | 4 | expected a document of at most 3 lines");
  }

  @Test
  void a_form_that_draws_itself_twice_is_refused() throws Exception {
    byte[] pdf;
    try (PDDocument document = new PDDocument()) {
      PDFormXObject form = new PDFormXObject(document);
      form.setBBox(PDRectangle.A4);
      form.setResources(new PDResources());
      COSName name = form.getResources().add(form);
      String twice = "/%s Do /%s Do".formatted(name.getName(), name.getName());
      try (OutputStream content = form.getContentStream().createOutputStream()) {
        content.write(twice.getBytes(StandardCharsets.US_ASCII));
      }
      draw(document, content -> content.drawForm(form));
      pdf = saved(document);
    }
    assertThat(documents.refusal(pdf, new Limits(9, 9_999, 9_999, 2, 200_000, 9, 3, 99, 999)))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 0 | 202000 | expected a document of at most 200000 steps of"
                + " drawing, found 202000 | up to 200000 steps of drawing");
  }

  @Test
  void a_part_that_unpacks_without_end_is_refused_before_it_is() throws Exception {
    byte[] pdf;
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      byte[] blanks = new byte[60_000_000];
      Arrays.fill(blanks, (byte) ' ');
      page.setContents(
          new PDStream(document, new java.io.ByteArrayInputStream(blanks), COSName.FLATE_DECODE));
      pdf = saved(document);
    }
    assertThat(pdf).hasSizeLessThan(100_000);
    assertThat(documents.refusal(pdf))
        .startsWith("DOCUMENT_TOO_LARGE | 0 | ")
        .contains("expected a document of at most 50000000 bytes in a compressed part, found 5");
  }

  private static byte[] encrypted(String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      draw(document, content -> show(content, 50, 700, 10, "texto"));
      AccessPermission nothing = new AccessPermission(0);
      document.protect(new StandardProtectionPolicy("owner", password, nothing));
      return saved(document);
    }
  }

  private static byte[] drawn(Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      draw(document, drawing);
      return saved(document);
    }
  }

  private static void draw(PDDocument document, Drawing drawing) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      drawing.on(content);
    }
  }

  private static void show(PDPageContentStream content, float x, float y, float size, String text)
      throws IOException {
    content.beginText();
    content.setFont(FONT, size);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
