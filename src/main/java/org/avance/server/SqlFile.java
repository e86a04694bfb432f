package org.avance.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of SQL, compressed when its name ends in {@code .gz}. */
final class SqlFile {
  private static final int BUFFER = 1 << 16;
  private static final int SHOWN = 60;

  private SqlFile() {}

  static boolean isCompressed(Path file) {
    return file.toString().endsWith(".gz");
  }

  /** For its owner only: it holds the whole warehouse. */
  static OutputStream create(Path file, boolean compressed) throws IOException {
    Files.deleteIfExists(file);
    ServerHome.createPrivately(file);
    OutputStream plain = Files.newOutputStream(file, StandardOpenOption.WRITE);
    return compressed ? new GZIPOutputStream(plain, BUFFER) : plain;
  }

  static InputStream open(Path file) throws IOException {
    InputStream plain = Files.newInputStream(file);
    return isCompressed(file) ? new GZIPInputStream(plain, BUFFER) : plain;
  }

  static BufferedReader read(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
  }

  /** A line for a message; null stands for no line at all. */
  static String start(@Nullable String line) {
    if (line == null) {
      return "nothing";
    }
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
