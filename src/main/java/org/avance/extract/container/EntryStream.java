package org.avance.extract.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** An entry's bytes, no more and no fewer than the zip's directory states, and the very ones. */
final class EntryStream extends InputStream {
  private final InputStream in;
  private final ZipArchiveEntry entry;
  private final CRC32 sum = new CRC32();
  private long count;

  EntryStream(InputStream in, ZipArchiveEntry entry) {
    this.in = in;
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = inflated(into, from, length);
    if (read < 0) {
      refuseOtherContent();
      return read;
    }
    count += read;
    sum.update(into, from, read);
    if (count > entry.getSize()) {
      throw new RefusedStream(Refusals.otherSize(entry.getName(), entry.getSize(), "more"));
    }
    return read;
  }

  private int inflated(byte[] into, int from, int length) throws IOException {
    try {
      return in.read(into, from, length);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedStream(Refusals.broken(what(), e));
    }
  }

  private void refuseOtherContent() throws RefusedStream {
    if (count < entry.getSize()) {
      throw new RefusedStream(
          Refusals.otherSize(entry.getName(), entry.getSize(), String.valueOf(count)));
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new RefusedStream(Refusals.broken(what(), "another checksum"));
    }
  }

  private String what() {
    return "entry " + Refusals.shown(entry.getName());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
