package org.avance.feed.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The character set that a file's bytes are most likely in.
 *
 * @param evidence why
 */
record Encoding(Charset charset, String evidence) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  static Encoding of(Path file) throws IOException {
    byte[] head = head(file);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, "the file begins with a mark of UTF-8");
    }
    if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16, "the file begins with a mark of UTF-16");
    }
    if (head.length > 3 && (head[0] == 0 || head[1] == 0)) {
      Charset order = head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return new Encoding(order, "every other byte is zero, as in UTF-16");
    }
    return unmarked(file);
  }

  private static Encoding unmarked(Path file) throws IOException {
    if (holds(file, StandardCharsets.UTF_8)) {
      return new Encoding(
          StandardCharsets.UTF_8,
          String.format(Locale.ROOT, "all %,d bytes are UTF-8", Files.size(file)));
    }
    return holds(file, WINDOWS)
        ? new Encoding(WINDOWS, "the bytes are no UTF-8, and all of them stand in windows-1252")
        : new Encoding(StandardCharsets.ISO_8859_1, "the bytes are neither UTF-8 nor windows-1252");
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether all bytes are text in this encoding; in constant memory. */
  private static boolean holds(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer text = CharBuffer.allocate(BUFFER);
    try (InputStream in = Files.newInputStream(file)) {
      boolean ended = false;
      while (!ended) {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        if (decoder.decode(bytes, text.clear(), ended).isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }
}
