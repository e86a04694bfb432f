package org.avance.load;

import java.io.InputStream;
import java.util.Iterator;
import java.util.function.BiConsumer;

/**
 * Rows made while they are sent: the server writes the first of a chunk while the last are still
 * being put into words.
 */
final class RowStream<T> extends InputStream {
  private static final int ITEMS_AT_ONCE = 100;

  private final Iterator<T> items;
  private final BiConsumer<T, BulkRows> write;
  private final BulkRows rows = new BulkRows();
  private byte[] made = {};
  private int given;

  /**
   * @param write puts an item into words: no row, one or several
   */
  RowStream(Iterator<T> items, BiConsumer<T, BulkRows> write) {
    this.items = items;
    this.write = write;
  }

  /** Rows sent so far. */
  int count() {
    return rows.count();
  }

  private boolean hasMore() {
    while (given == made.length && items.hasNext()) {
      for (int i = 0; i < ITEMS_AT_ONCE && items.hasNext(); i++) {
        write.accept(items.next(), rows);
      }
      made = rows.take();
      given = 0;
    }
    return given < made.length;
  }

  @Override
  public int read() {
    return hasMore() ? made[given++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (!hasMore()) {
      return -1;
    }
    int now = Math.min(length, made.length - given);
    System.arraycopy(made, given, into, offset, now);
    given += now;
    return now;
  }
}
