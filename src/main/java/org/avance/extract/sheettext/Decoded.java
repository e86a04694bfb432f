package org.avance.extract.sheettext;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/**
 * Bytes as text, strictly, in the first encoding that holds them all: the one that a byte order
 * mark names and no other; else what the document declares; else UTF-8; else windows-1252.
 */
final class Decoded {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Map<String, Charset> MARKS =
      Map.of(
          "\u00EF\u00BB\u00BF", StandardCharsets.UTF_8,
          "\u00FE\u00FF", StandardCharsets.UTF_16BE,
          "\u00FF\u00FE", StandardCharsets.UTF_16LE);
  private static final int LONGEST_MARK = 3;

  private final byte[] bytes;
  private final int from;
  private final List<Charset> encodings;

  private Decoded(byte[] bytes, int from, List<Charset> encodings) {
    this.bytes = bytes;
    this.from = from;
    this.encodings = encodings;
  }

  static String text(byte[] bytes, Optional<Charset> declared) throws RefusedFile {
    String text = of(bytes, declared).text();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw nul(lineOf(text.substring(0, nul)));
    }
    return text;
  }

  private static Decoded of(byte[] bytes, Optional<Charset> declared) {
    int length = Math.min(LONGEST_MARK, bytes.length);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Stream<Charset> usual = Stream.of(StandardCharsets.UTF_8, WINDOWS_1252);
    return MARKS.keySet().stream()
        .filter(start::startsWith)
        .findFirst()
        .map(mark -> new Decoded(bytes, mark.length(), List.of(MARKS.get(mark))))
        .orElseGet(
            () ->
                new Decoded(bytes, 0, Stream.concat(declared.stream(), usual).distinct().toList()));
  }

  private String text() throws RefusedFile {
    int stop = from;
    for (Charset encoding : encodings) {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
      try {
        return encoding.newDecoder().decode(rest).toString();
      } catch (CharacterCodingException isOtherwise) {
        stop = rest.position();
      }
    }
    throw wrongEncoding(stop);
  }

  /**
   * @param stop the byte that the last of the encodings can't hold
   */
  private RefusedFile wrongEncoding(int stop) {
    Charset last = encodings.get(encodings.size() - 1);
    long line = lineOf(new String(bytes, from, stop - from, last));
    String found = "0x%02X".formatted(bytes[stop]);
    String tried = encodings.stream().map(Charset::name).collect(Collectors.joining(" or "));
    String message =
        "line %d: expected text in %s, found byte %s at offset %d"
            .formatted(line, tried, found, stop);
    return new RefusedFile(
        new Issue(
            IssueCode.ENCODING_MISMATCH, Location.line(line), found, message, "text in " + tried));
  }

  private static RefusedFile nul(long line) {
    String message = "line %d: expected text, found a NUL character".formatted(line);
    return new RefusedFile(
        new Issue(
            IssueCode.NUL_BYTE,
            Location.line(line),
            "NUL",
            message,
            "text; in UTF-16 with a byte order mark"));
  }

  /** The line that begins behind this text, or goes on there. */
  private static long lineOf(String textBefore) {
    return textBefore.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count() + 1;
  }
}
