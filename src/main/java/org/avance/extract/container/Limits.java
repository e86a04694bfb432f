package org.avance.extract.container;

/**
 * What a compressed file may unpack to.
 *
 * @param maxRatio unpacked bytes for each packed one, looked at beyond {@link #GRACE_BYTES} only
 * @param maxBytes unpacked, of one entry and of all together
 * @param maxEntries of a zip, folders included
 */
public record Limits(int maxRatio, long maxBytes, int maxEntries) {
  /**
   * What any entry may unpack to, however well it is packed: short files of blanks are no bombs.
   */
  public static final long GRACE_BYTES = 1 << 20;

  /** Deflate reaches 1,032 to 1; tables of figures reach 5 to 30, empty worksheet rows 100. */
  public static final Limits USUAL = new Limits(200, 4L << 30, 1000);

  public Limits {
    if (maxRatio < 1 || maxBytes < 1 || maxEntries < 1) {
      throw new IllegalArgumentException(
          "limits are 1 or more, not %d, %d, %d".formatted(maxRatio, maxBytes, maxEntries));
    }
  }

  boolean bearRatio(long unpacked, long packed) {
    return unpacked <= GRACE_BYTES || ratio(unpacked, packed) <= maxRatio;
  }

  boolean bearBytes(long unpacked) {
    return unpacked <= maxBytes;
  }

  /** How many times the packed size, rounded up. */
  static long ratio(long unpacked, long packed) {
    return (unpacked - 1) / Math.max(1, packed) + 1;
  }
}
