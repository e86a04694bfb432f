package org.avance.extract.sheettext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.avance.issue.RefusedFile;

/** Whole documents as text. Their format is told by what they hold, never by their name. */
public final class SheetTexts {
  private static final int HEAD = 4_096;

  private SheetTexts() {}

  /**
   * The text of a document: plain text, HTML, or a PDF with a text layer.
   *
   * @throws RefusedFile another kind of file, by what it is; a document that is empty, encrypted,
   *     broken or beyond the limits; bytes that are no text
   */
  public static SheetText read(Path file) throws IOException, RefusedFile {
    return read(file, Limits.STANDARD);
  }

  static SheetText read(Path file, Limits limits) throws IOException, RefusedFile {
    byte[] bytes = start(file, Math.max(limits.bytes(), limits.pdfBytes()));
    String head = head(bytes);
    if (PdfText.is(head)) {
      refuseBeyond(limits.pdfBytes(), file);
      return PdfText.read(bytes, limits);
    }
    Optional<String> foreign = ForeignFile.kind(file, head, bytes);
    if (foreign.isPresent() && !HtmlText.is(head)) {
      throw Refusals.notADocument(foreign.get());
    }
    refuseBeyond(limits.bytes(), file);
    String text = Decoded.text(bytes, HtmlText.declared(head));
    return HtmlText.is(text.substring(0, Math.min(HEAD, text.length())))
        ? HtmlText.read(text, limits)
        : PlainText.read(text, limits);
  }

  private static void refuseBeyond(long limit, Path file) throws IOException, RefusedFile {
    if (Files.size(file) > limit) {
      throw Refusals.tooLarge("bytes", Files.size(file), limit);
    }
  }

  /** The first bytes behind the mark of UTF-8 and blanks, one character each. */
  private static String head(byte[] bytes) {
    return new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
        .replaceFirst("^(?:\\u00EF\\u00BB\\u00BF)?\\s*", "");
  }

  /** No more of the file than may be read of it. */
  private static byte[] start(Path file, long limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Math.toIntExact(limit));
    }
  }
}
