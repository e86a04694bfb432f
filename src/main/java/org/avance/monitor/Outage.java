package org.avance.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.avance.monitor.log.Masked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that nothing could be loaded at all. The database may be why, so what was told is kept in a
 * file of the home: while it is there the outage lasts, and it names the channels that know. Who
 * holds its lock tells; others leave it to him.
 */
final class Outage {
  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private static final String FILE = "outage.told";

  private final Path file;
  private final Channels channels;

  Outage(Path home, Channels channels) {
    this.file = home.resolve(FILE);
    this.channels = channels;
  }

  /**
   * Nothing could be loaded; told unless it was.
   *
   * @param cause in words
   */
  void lasts(String cause) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel kept =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        tell(message(AlertKind.UNABLE, "UNABLE: nothing could be loaded", cause), kept);
      }
    } catch (IOException unwritable) {
      LOG.warn("the outage could not be told: {} can't be written", FILE, unwritable);
    }
  }

  private void tell(Message message, FileChannel kept) throws IOException {
    try (FileLock lock = kept.tryLock()) {
      if (lock == null) {
        return;
      }
      String before = read(kept);
      String told = String.join(" ", channels.tell(message, before));
      if (!told.equals(before)) {
        kept.truncate(0);
        kept.write(ByteBuffer.wrap(told.getBytes(StandardCharsets.UTF_8)), 0);
      }
    } catch (OverlappingFileLockException another) {
      LOG.debug("another thread tells of the outage");
    }
  }

  private static String read(FileChannel kept) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1000, kept.size()));
    kept.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
  }

  /** Something could be loaded: where that was told to be impossible, it is told. */
  void isOver() {
    try {
      if (Files.exists(file)) {
        String told = Files.readString(file).strip();
        if (Files.deleteIfExists(file) && !told.isEmpty()) {
          var unused =
              channels.tell(
                  message(
                      AlertKind.RECOVERED, "RECOVERED: loading goes on", "nothing is left to do"),
                  "");
        }
      }
    } catch (IOException unreadable) {
      LOG.warn("{} can't be read or deleted", FILE, unreadable);
    }
  }

  private static Message message(AlertKind kind, String subject, String cause) {
    boolean unable = kind == AlertKind.UNABLE;
    String body =
        unable
            ? "Nothing can be loaded at all.\nBecause: " + Masked.of(cause)
            : "Loading works again after an outage that was told.";
    List<String> commands = unable ? List.of("./avance doctor", "./avance run") : List.of();
    return new Message(kind, "unable", "", 0, 0, subject, body, commands, "");
  }
}
