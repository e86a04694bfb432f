package org.avance.load;

import java.util.HexFormat;

/**
 * What the feed's last delivery said of each series: by 64 bits of what the series is of, 128 bits
 * of all that was said. A million of them take 50 MB.
 */
final class KnownSeries {
  private static final int DIGITS = 16;

  private final long[] slots;
  private final int places;

  /**
   * @param series how many are added at most
   */
  KnownSeries(long series) {
    this.places = Integer.highestOneBit((int) Math.min(1 << 27, Math.max(16, series * 3 / 2))) * 2;
    this.slots = new long[3 * places];
  }

  /**
   * Adds one.
   *
   * @param statement in 32 hexadecimal digits, as the other
   */
  void add(String statement, String digest) {
    int slot = slot(statement);
    slots[slot] = key(statement);
    slots[slot + 1] = high(digest);
    slots[slot + 2] = low(digest);
  }

  /** True where just this was said of the series. */
  boolean has(String statement, String digest) {
    int slot = slot(statement);
    return slots[slot] != 0 && slots[slot + 1] == high(digest) && slots[slot + 2] == low(digest);
  }

  private int slot(String statement) {
    long key = key(statement);
    int place = (int) (key ^ (key >>> 32)) & (places - 1);
    while (slots[3 * place] != 0 && slots[3 * place] != key) {
      place = (place + 1) & (places - 1);
    }
    return 3 * place;
  }

  /** 0 stands for an empty slot. */
  private static long key(String statement) {
    long key = high(statement);
    return key == 0 ? 1 : key;
  }

  private static long high(String hash) {
    return HexFormat.fromHexDigitsToLong(hash, 0, DIGITS);
  }

  private static long low(String hash) {
    return HexFormat.fromHexDigitsToLong(hash, DIGITS, 2 * DIGITS);
  }
}
