package org.avance.load;

import java.util.HexFormat;

/**
 * Finds keys that come more than once while they pass by, by 64 bits of their hashes: what it lets
 * through is surely single. Whoever is held back may still be single, and is looked at again.
 */
final class KeySieve {
  /** 128 MB, a quarter of the memory that a load has. */
  private static final int MOST_SLOTS = 1 << 24;

  private final int most;
  private long[] slots = new long[1 << 12];
  private int held;
  private boolean overflowed;

  KeySieve() {
    this(MOST_SLOTS);
  }

  /**
   * @param most slots at most, a power of two; three quarters of them hold keys
   */
  KeySieve(int most) {
    this.most = most;
  }

  /**
   * True where the key may have come before.
   *
   * @param hash of the key, in 32 hexadecimal digits
   */
  boolean holdsBack(String hash) {
    if (overflowed) {
      return false;
    }
    if (held >= slots.length / 4 * 3) {
      grow();
    }
    return !overflowed && !put(slots, key(hash));
  }

  /** True where the key may have come before; it does not come by this. */
  boolean knows(String hash) {
    return knows(key(hash));
  }

  /**
   * True where any of them may have come before. All are looked for whatever is found: so the
   * memory, which is slow for keys that lie anywhere, is asked for several at once.
   *
   * @param keys as of {@link #key}
   */
  boolean knowsAny(long[] keys) {
    boolean known = false;
    for (long key : keys) {
      known |= knows(key);
    }
    return known;
  }

  private boolean knows(long key) {
    if (overflowed) {
      return true;
    }
    int slot = slot(key, slots);
    while (slots[slot] != 0) {
      if (slots[slot] == key) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }

  /** What it keeps of a hash. */
  static long key(String hash) {
    long key = HexFormat.fromHexDigitsToLong(hash, 0, 16);
    return key == 0 ? 1 : key;
  }

  private static int slot(long key, long[] slots) {
    return (int) (key ^ (key >>> 32)) & (slots.length - 1);
  }

  /** False where there were too many keys to hold in memory: then nothing is known. */
  boolean sawAll() {
    return !overflowed;
  }

  private void grow() {
    if (slots.length >= most) {
      overflowed = true;
      slots = new long[0];
      return;
    }
    long[] wider = new long[2 * slots.length];
    held = 0;
    for (long key : slots) {
      if (key != 0) {
        put(wider, key);
      }
    }
    slots = wider;
  }

  /** True where it was not there; 0 stands for an empty slot. */
  private boolean put(long[] into, long key) {
    int slot = slot(key, into);
    while (into[slot] != 0) {
      if (into[slot] == key) {
        return false;
      }
      slot = (slot + 1) & (into.length - 1);
    }
    into[slot] = key;
    held++;
    return true;
  }
}
