package org.avance.load;

import java.io.InputStream;
import java.util.List;

/**
 * The texts of many small parts as one stream, which fills whatever it is given: the driver sends
 * what a read returns as a packet of its own.
 */
final class PartStream extends InputStream {
  private final List<BulkPart> parts;
  private int part;
  private int given;

  PartStream(List<BulkPart> parts) {
    this.parts = parts;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int filled = 0;
    while (filled < length && part < parts.size()) {
      byte[] text = parts.get(part).text();
      int now = Math.min(length - filled, text.length - given);
      System.arraycopy(text, given, into, offset + filled, now);
      filled += now;
      given += now;
      if (given == text.length) {
        part++;
        given = 0;
      }
    }
    return filled == 0 && length > 0 ? -1 : filled;
  }
}
