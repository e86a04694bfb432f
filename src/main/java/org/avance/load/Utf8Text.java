package org.avance.load;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Text in UTF-8 that grows at its end: what is sent or hashed, without a String in between. */
final class Utf8Text {
  private static final int LONGEST = 3;
  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;
  private static final int LEADS = 0xC0;
  private static final int FOLLOWS = 0x80;
  private static final int SHIFT = 6;
  private static final int SIX_BITS = 0x3F;

  private static final int TEN = 10;

  /** Of a long number, all of them. */
  private static final int MOST_DIGITS = 18;

  private byte[] bytes = new byte[1 << 10];
  private int length;

  int length() {
    return length;
  }

  void add(String text) {
    add(text, 0, text.length());
  }

  /** Adds a part of a text. */
  void add(String text, int from, int to) {
    reserve(LONGEST * (to - from));
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c < ONE_BYTE) {
        bytes[length++] = (byte) c;
      } else if (c < TWO_BYTES) {
        bytes[length++] = (byte) (LEADS | (c >> SHIFT));
        bytes[length++] = (byte) (FOLLOWS | (c & SIX_BITS));
      } else {
        addRare(text.substring(at, to));
        return;
      }
    }
  }

  /** Adds a figure, without an exponent; few have so many digits that a String is made of them. */
  void add(BigDecimal figure) {
    int decimals = figure.scale();
    if (decimals < 0 || decimals > MOST_DIGITS || figure.precision() > MOST_DIGITS) {
      add(figure.toPlainString());
      return;
    }
    if (figure.signum() < 0) {
      add('-');
    }
    reserve(2 * MOST_DIGITS + 1);
    long digits = Math.abs(figure.scaleByPowerOfTen(decimals).longValue());
    int point = length + Math.max(1, figure.precision() - decimals);
    if (decimals == 0) {
      writeBefore(point, length, digits);
      length = point;
    } else {
      int end = point + 1 + decimals;
      long whole = writeBefore(end, point + 1, digits);
      bytes[point] = '.';
      writeBefore(point, length, whole);
      length = end;
    }
  }

  /** Writes the last digits from the end to the beginning of a place; what is left of them. */
  private long writeBefore(int end, int begin, long digits) {
    long left = digits;
    for (int at = end - 1; at >= begin; at--) {
      bytes[at] = (byte) ('0' + left % TEN);
      left /= TEN;
    }
    return left;
  }

  /** Adds one sign of ASCII. */
  void add(char sign) {
    reserve(1);
    bytes[length++] = (byte) sign;
  }

  /** Puts another sign of ASCII in the place of the last one. */
  void end(char sign) {
    bytes[length - 1] = (byte) sign;
  }

  /** Hands over all of it; then it is empty. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  /** Adds what stands from a place on to a digest. */
  void update(MessageDigest digest, int place) {
    digest.update(bytes, place, length - place);
  }

  /** Forgets all but the first of its bytes. */
  void cutTo(int bytesKept) {
    length = bytesKept;
  }

  private void addRare(String text) {
    byte[] rare = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(rare, 0, bytes, length, rare.length);
    length += rare.length;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
