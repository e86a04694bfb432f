package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;

/**
 * What lies beside a file of the inbox and says how far its writer is. Such files are never
 * deliveries themselves.
 */
enum Beside {
  /** Nothing: whether the file is complete is told by watching it. */
  NOTHING,
  /** {@code name.done}, no older than the file: it is complete. */
  DONE,
  /** {@code name.part} or the like: another state of the file is being written. */
  BEING_WRITTEN;

  private static final String COMPLETE = ".done";
  private static final List<String> UNFINISHED = List.of(".part", ".partial", ".filepart", ".tmp");

  static Beside of(Path file) throws IOException {
    for (String ending : UNFINISHED) {
      if (Files.exists(with(file, ending))) {
        return BEING_WRITTEN;
      }
    }
    Path done = with(file, COMPLETE);
    return Files.exists(done) && written(done).compareTo(written(file)) >= 0 ? DONE : NOTHING;
  }

  /** True for names of such files. */
  static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(COMPLETE) || UNFINISHED.stream().anyMatch(name::endsWith);
  }

  private static Path with(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static FileTime written(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }
}
