package org.avance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Child processes that an interrupt reaches. Tests that run in the background, as under nohup,
 * ignore SIGINT, and so would all their children.
 */
public final class Interruptible {
  private static final long SIGINT = 1L << 1;

  private Interruptible() {}

  /**
   * The command as it is, or with the signal's default action restored where this process ignores
   * it.
   */
  public static List<String> command(List<String> command) {
    if (!ignoresInterrupts()) {
      return command;
    }
    List<String> restored = new ArrayList<>(List.of("env", "--default-signal=INT"));
    restored.addAll(command);
    return restored;
  }

  private static boolean ignoresInterrupts() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT) != 0);
    } catch (IOException noProcFileSystem) {
      return false;
    }
  }
}
