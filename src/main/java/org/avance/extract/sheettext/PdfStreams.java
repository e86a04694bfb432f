package org.avance.extract.sheettext;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.avance.issue.RefusedFile;

/**
 * The compressed parts of a PDF. PDFBox unpacks each of them into memory, whatever its size, so
 * they are measured before it sees them; images are not, as it leaves them packed.
 */
final class PdfStreams {
  private static final Pattern STREAM = Pattern.compile("stream\\r?\\n(?=[\\x08-\\x78])");
  private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image\\b");
  private static final int DICTIONARY = 2_000;
  private static final int BUFFER = 1 << 16;

  private PdfStreams() {}

  static void check(byte[] pdf, Limits limits) throws RefusedFile {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    Matcher stream = STREAM.matcher(text);
    while (stream.find()) {
      String before = text.substring(Math.max(0, stream.start() - DICTIONARY), stream.start());
      String dictionary = before.substring(Math.max(0, before.lastIndexOf("obj")));
      if (!IMAGE.matcher(dictionary).find()) {
        long unpacked = unpacked(pdf, stream.end(), limits.streamBytes());
        if (unpacked > limits.streamBytes()) {
          throw Refusals.tooLarge("bytes in a compressed part", unpacked, limits.streamBytes());
        }
      }
    }
  }

  /** How much comes out of what begins here; stops beyond the limit, and at what is no zip. */
  private static long unpacked(byte[] pdf, int from, long limit) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(pdf, from, pdf.length - from);
      byte[] buffer = new byte[BUFFER];
      int count = inflater.inflate(buffer);
      while (count > 0 && inflater.getBytesWritten() <= limit) {
        count = inflater.inflate(buffer);
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException isOtherwise) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
