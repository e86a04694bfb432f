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
  private static final int HEAD = 1_024;

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
    byte[] bytes = start(file, limits.bytes());
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Optional<String> foreign = ForeignFile.kind(file, head, bytes);
    if (foreign.isPresent()) {
      throw Refusals.notADocument(foreign.get());
    }
    if (Files.size(file) > limits.bytes()) {
      throw Refusals.tooLarge("bytes", Files.size(file), limits.bytes());
    }
    return PlainText.read(Decoded.text(bytes, Optional.empty()), limits);
  }

  /** No more of the file than may be read of it. */
  private static byte[] start(Path file, long limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Math.toIntExact(limit));
    }
  }
}
