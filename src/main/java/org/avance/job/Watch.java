package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells whether a file is still being written. What lies beside it may say so, see {@link Beside};
 * else one that was written just now is watched until it has lain still for as long as a writer may
 * pause.
 *
 * @param clock the time that files are written by
 * @param pause how long a writer may pause; nothing is watched where it is none
 */
public record Watch(Clock clock, Duration pause) {

  /** True where it changed meanwhile; waits for as long as a writer may pause, at most. */
  boolean sees(Path file, Runnable beforeWaiting) throws IOException {
    Beside beside = Beside.of(file);
    if (beside != Beside.NOTHING) {
      return beside == Beside.BEING_WRITTEN;
    }
    BasicFileAttributes first = look(file);
    long lain = Math.max(0, clock.millis() - first.lastModifiedTime().toMillis());
    if (lain >= pause.toMillis()) {
      return false;
    }
    beforeWaiting.run();
    try {
      Thread.sleep(pause.toMillis() - lain);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    BasicFileAttributes then = look(file);
    return then.size() != first.size() || !then.lastModifiedTime().equals(first.lastModifiedTime());
  }

  private static BasicFileAttributes look(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }
}
