package org.avance.extract.container;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 500 MB}. A KB is 1,024 bytes. */
public final class ByteSize {
  /** What {@link #find} takes. */
  public static final Pattern FORM = Pattern.compile("0*([1-9]\\d{0,5}) ?(KB|MB|GB)");

  private static final List<String> UNITS = List.of("bytes", "KB", "MB", "GB");
  private static final int STEP = 10;

  private ByteSize() {}

  /** The bytes that a text such as {@code 4 GB} means; empty where it is no such text. */
  public static Optional<Long> find(String text) {
    Matcher size = FORM.matcher(text);
    return size.matches()
        ? Optional.of(Long.parseLong(size.group(1)) * bytes(UNITS.indexOf(size.group(2))))
        : Optional.empty();
  }

  /** In the largest unit of which it is a whole number: {@code 4 GB}, {@code 1,025 bytes}. */
  static String shown(long bytes) {
    int unit = Math.min(Long.numberOfTrailingZeros(bytes) / STEP, UNITS.size() - 1);
    return String.format(Locale.ROOT, "%,d %s", bytes / bytes(unit), UNITS.get(unit));
  }

  /** The least size that can be written and is not smaller: {@code 11 MB}. */
  static String roundedUp(long bytes) {
    int unit = 1;
    while (unit < UNITS.size() - 1 && bytes > bytes(unit + 1)) {
      unit++;
    }
    return ((bytes - 1) / bytes(unit) + 1) + " " + UNITS.get(unit);
  }

  private static long bytes(int unit) {
    return 1L << (STEP * unit);
  }
}
