package org.avance.load;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** MD5 of texts; several a fact, so what it takes is kept by each thread that hashes. */
final class TextHash {
  private static final ThreadLocal<TextHash> OWN = ThreadLocal.withInitial(TextHash::new);
  private static final char SEPARATOR = '\u001f';

  private final MessageDigest md5 = md5();
  private final Utf8Text text = new Utf8Text();

  private TextHash() {}

  /**
   * In 32 hexadecimal digits; the same parts put together otherwise have another.
   *
   * @param parts texts, and figures as they are written out
   */
  static String of(List<?> parts) {
    return OWN.get().hash(parts);
  }

  /** Parts as one, for a hash that is the same as if they were given one by one. */
  static String joined(List<String> parts) {
    return String.join(String.valueOf(SEPARATOR), parts);
  }

  static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has MD5", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private String hash(List<?> parts) {
    text.cutTo(0);
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        text.add(SEPARATOR);
      }
      add(parts.get(i));
    }
    text.update(md5, 0);
    return hex(md5);
  }

  private void add(Object part) {
    if (part instanceof BigDecimal figure) {
      text.add(figure);
    } else {
      text.add(part.toString());
    }
  }
}
