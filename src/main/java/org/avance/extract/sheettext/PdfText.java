package org.avance.extract.sheettext;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.avance.issue.IssueCode;
import org.avance.issue.RefusedFile;

/**
 * The text layer of a PDF. Scripts in it are not run, and nothing that it points to is opened.
 *
 * <p>A PDF does not say what a row, a cell or a paragraph is: {@link PageRows} tells them by where
 * their letters stand.
 */
final class PdfText {
  private static final String START = "%PDF-";
  private static final String END = "%%EOF";
  private static final String PDF = "a PDF with a text layer";

  static {
    FontMappers.set(new BundledFont());
  }

  private PdfText() {}

  static boolean is(String head) {
    return head.startsWith(START);
  }

  static SheetText read(byte[] bytes, Limits limits) throws RefusedFile {
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(END)) {
      throw broken("its end (%%EOF) is missing");
    }
    PdfStreams.check(bytes, limits);
    try (PDDocument pdf =
        Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      return text(pdf, limits);
    } catch (InvalidPasswordException encrypted) {
      throw Refusals.of(
          IssueCode.DOCUMENT_ENCRYPTED,
          "an encrypted PDF",
          "expected a PDF that opens without a password, found one that is encrypted",
          "a PDF without a password");
    } catch (PageGlyphs.Stop stop) {
      throw stop.refused();
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      throw broken(String.valueOf(damaged.getMessage()));
    }
  }

  private static SheetText text(PDDocument pdf, Limits limits) throws IOException, RefusedFile {
    int pages = pdf.getNumberOfPages();
    if (pages > limits.pages()) {
      throw Refusals.tooLarge("pages", pages, limits.pages());
    }
    PageGlyphs glyphs = new PageGlyphs(limits);
    glyphs.writeText(pdf, Writer.nullWriter());
    if (glyphs.isEmpty()) {
      throw Refusals.of(
          IssueCode.NO_TEXT_LAYER,
          "a PDF without text",
          "expected %s, found one that has no text (%d %s): it is a scan"
              .formatted(PDF, pages, pages == 1 ? "page" : "pages"),
          PDF);
    }
    return glyphs.text();
  }

  private static RefusedFile broken(String how) {
    return Refusals.of(
        IssueCode.DOCUMENT_BROKEN,
        how,
        "expected %s, found one that is damaged: %s".formatted(PDF, how),
        PDF);
  }
}
