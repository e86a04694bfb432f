package org.avance.extract.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.avance.issue.IssueCode;

/**
 * Bytes as text, strictly: a byte that the encoding can't hold, or a NUL, is refused by its line.
 * The JDK's own reader can do the first but names neither line nor offset.
 */
final class DecodedText extends Reader {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_MARK = 3;
  private static final List<Charset> SUGGESTED =
      List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final CharsetDecoder decoder;
  private long bytesBefore;
  private boolean ended;
  private boolean flushed;
  private long line = 1;
  private boolean afterReturn;

  /**
   * @param declared believed unless the bytes begin with a mark of UTF-8 or UTF-16
   */
  DecodedText(InputStream in, Charset declared) throws IOException {
    this.in = in;
    this.decoder = markedEncoding().orElse(declared).newDecoder();
  }

  private Optional<Charset> markedEncoding() throws IOException {
    while (bytes.remaining() < LONGEST_MARK && !ended) {
      fill();
    }
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return skipping(3, StandardCharsets.UTF_8);
    }
    if (startsWith(0xFE, 0xFF)) {
      return skipping(2, StandardCharsets.UTF_16BE);
    }
    return startsWith(0xFF, 0xFE) ? skipping(2, StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private boolean startsWith(int... mark) {
    return bytes.remaining() >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes.get(i) & 0xFF) == mark[i]);
  }

  private Optional<Charset> skipping(int mark, Charset marked) {
    bytes.position(mark);
    return Optional.of(marked);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    while (out.position() == offset && !flushed) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError() && out.position() == offset) {
        throw wrongEncoding(result.length());
      }
      if (result.isOverflow() || result.isError()) {
        break;
      }
      if (ended) {
        decoder.flush(out);
        flushed = true;
      } else {
        fill();
      }
    }
    int count = out.position() - offset;
    countLines(target, offset, count);
    return count == 0 && flushed ? -1 : count;
  }

  private void fill() throws IOException {
    bytesBefore += bytes.position();
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(0, count)).flip();
  }

  private void countLines(char[] text, int offset, int count) throws Refusal {
    for (int i = offset; i < offset + count; i++) {
      char c = text[i];
      if (c > '\r') {
        afterReturn = false;
        continue;
      }
      if (c == '\0') {
        throw nul();
      }
      if (c == '\r' || (c == '\n' && !afterReturn)) {
        line++;
      }
      afterReturn = c == '\r';
    }
  }

  private Refusal nul() {
    return new Refusal(
        Refusal.at(
            line, IssueCode.NUL_BYTE, "expected text, found a NUL character", "NUL", "text"));
  }

  private Refusal wrongEncoding(int length) {
    int at = bytes.position();
    String hex =
        IntStream.range(at, at + length)
            .mapToObj(i -> "0x%02X".formatted(bytes.get(i)))
            .collect(Collectors.joining(" "));
    String sentence =
        "%s %s at offset %d can't be %s%s"
            .formatted(
                length == 1 ? "byte" : "bytes", hex, bytesBefore + at, encoding(), suggestion());
    return new Refusal(
        Refusal.at(
            line, IssueCode.ENCODING_MISMATCH, sentence, hex, "text in " + encoding().name()));
  }

  private Charset encoding() {
    return decoder.charset();
  }

  private String suggestion() {
    return SUGGESTED.stream()
        .filter(each -> !each.equals(encoding()) && holdsBuffer(each))
        .findFirst()
        .map(each -> "; the file may be " + each.name())
        .orElse("");
  }

  /** Whether all bytes at hand are text in this encoding, cut characters at both ends aside. */
  private boolean holdsBuffer(Charset candidate) {
    ByteBuffer all = bytes.duplicate().position(0);
    if (candidate.equals(StandardCharsets.UTF_8)) {
      while (all.hasRemaining() && (all.get(all.position()) & 0xC0) == 0x80) {
        all.get();
      }
    }
    CharBuffer text = CharBuffer.allocate(all.remaining());
    return !candidate.newDecoder().decode(all, text, false).isError();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
