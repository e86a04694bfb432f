package org.avance.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what another process does. */
final class Waiting {
  private static final long STEP_MILLIS = 20;

  private Waiting() {}

  /** True as soon as the condition holds, false when it doesn't within the time. */
  static boolean until(BooleanSupplier condition, Duration limit) {
    return first(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(), limit)
        .isPresent();
  }

  /** The first thing found; empty when nothing is within the time. */
  static <T> Optional<T> first(Supplier<Optional<T>> attempt, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Optional<T> found = attempt.get();
    while (found.isEmpty() && System.nanoTime() - end < 0) {
      sleep();
      found = attempt.get();
    }
    return found;
  }

  static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static ServerFailure interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new ServerFailure("Interrupted while waiting for the database server.", stopped);
  }
}
