package org.avance.extract.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Zips written byte by byte, so that they can be wrong in any way. */
public final class ZipBytes {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private ZipBytes() {}

  /**
   * An entry as its headers state it.
   *
   * @param body its packed bytes
   * @param at where the directory says that its local header begins; -1 for where it does
   */
  public record Entry(
      String name, int flags, int method, long size, long crc, byte[] body, int at) {
    public Entry flags(int other) {
      return new Entry(name, other, method, size, crc, body, at);
    }

    Entry method(int other) {
      return new Entry(name, flags, other, size, crc, body, at);
    }

    Entry size(long other) {
      return new Entry(name, flags, method, other, crc, body, at);
    }

    Entry crc(long other) {
      return new Entry(name, flags, method, size, other, body, at);
    }

    Entry at(int other) {
      return new Entry(name, flags, method, size, crc, body, other);
    }
  }

  public static Entry deflated(String name, String text) {
    return deflated(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Entry deflated(String name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return new Entry(name, 0, DEFLATED, bytes.length, crc.getValue(), deflated(bytes), -1);
  }

  static Entry stored(String name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return new Entry(name, 0, STORED, bytes.length, crc.getValue(), bytes, -1);
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.BEST_COMPRESSION, true);
    write(new DeflaterOutputStream(out, raw), bytes);
    raw.end();
    return out.toByteArray();
  }

  /** Zeros: they deflate by 1,029 to 1. */
  public static byte[] zeros(int bytes) {
    return new byte[bytes];
  }

  /** A .gz of one member. */
  public static byte[] gz(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(new GZIPOutputStream(out), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(OutputStream packer, byte[] bytes) {
    try (packer) {
      packer.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] zip(Entry... entries) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    List<byte[]> directory = new ArrayList<>();
    for (Entry entry : entries) {
      int at = entry.at() < 0 ? zip.size() : entry.at();
      directory.add(header(entry, at));
      zip.writeBytes(header(entry, -1));
      zip.writeBytes(entry.body());
    }
    int start = zip.size();
    directory.forEach(zip::writeBytes);
    int length = zip.size() - start;
    zip.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) entries.length)
            .putShort((short) entries.length)
            .putInt(length)
            .putInt(start)
            .array());
    return zip.toByteArray();
  }

  /** The directory's header of an entry; its local one where it begins nowhere. */
  private static byte[] header(Entry entry, int at) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    boolean local = at < 0;
    ByteBuffer header = little((local ? 30 : 46) + name.length);
    header.putInt(local ? 0x04034b50 : 0x02014b50);
    if (!local) {
      header.putShort((short) 20);
    }
    header
        .putShort((short) 20)
        .putShort((short) (entry.flags() | 1 << 11))
        .putShort((short) entry.method())
        .putInt(0)
        .putInt((int) entry.crc())
        .putInt(entry.body().length)
        .putInt((int) entry.size())
        .putShort((short) name.length);
    header.position(local ? 30 : 42);
    if (!local) {
      header.putInt(at);
    }
    return header.put(name).array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
