package org.avance.extract.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The unpacked bytes of a .gz, of all its members, up to the limits. */
final class GzStream extends InputStream {
  private static final String WHAT = "the .gz";
  private final InputStream in;
  private final Limits limits;
  private final long packed;
  private long count;

  private GzStream(InputStream in, Limits limits, long packed) {
    this.in = in;
    this.limits = limits;
    this.packed = packed;
  }

  /**
   * @throws IOException a {@link RefusedStream} where the bytes are damaged, here or while they are
   *     read
   */
  static GzStream open(Path file, Limits limits) throws IOException {
    DiskBytes bytes = DiskBytes.open(file, Long.MAX_VALUE);
    try {
      InputStream raw = new BufferedInputStream(Channels.newInputStream(bytes));
      InputStream in =
          GzipCompressorInputStream.builder()
              .setInputStream(raw)
              .setDecompressConcatenated(true)
              .get();
      return new GzStream(in, limits, Files.size(file));
    } catch (UncheckedIOException e) {
      bytes.close();
      throw e.getCause();
    } catch (IOException e) {
      bytes.close();
      throw broken(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = inflated(into, from, length);
    count += Math.max(0, read);
    if (!limits.bearBytes(count)) {
      throw new RefusedStream(Refusals.moreThanBytes(WHAT, limits));
    }
    if (!limits.bearRatio(count, packed)) {
      throw new RefusedStream(Refusals.moreThanRatio(WHAT, packed, limits));
    }
    return read;
  }

  private int inflated(byte[] into, int from, int length) throws IOException {
    try {
      return in.read(into, from, length);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static RefusedStream broken(IOException fault) {
    return new RefusedStream(Refusals.broken(WHAT, fault));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
