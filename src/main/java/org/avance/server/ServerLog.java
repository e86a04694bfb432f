package org.avance.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server said, for messages. */
final class ServerLog {
  private static final int MOST_LINES = 12;
  private static final int MOST_BYTES = 64 << 10;

  private ServerLog() {}

  static long length(Path log) throws IOException {
    return Files.exists(log) ? Files.size(log) : 0;
  }

  /**
   * The last lines written after the position; never fails, since it serves a failure's message.
   */
  static String since(Path log, long position) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(position, file.length() - MOST_BYTES));
      byte[] bytes = new byte[(int) Math.max(0, file.length() - file.getFilePointer())];
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
      return last.isEmpty() ? "(nothing said; see " + log + ")" : String.join("\n", last);
    } catch (IOException unreadable) {
      return "(log " + log + " can't be read: " + Faults.describe(unreadable) + ")";
    }
  }
}
