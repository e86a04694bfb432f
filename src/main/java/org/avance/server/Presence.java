package org.avance.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the server of one home, in all processes.
 *
 * <ul>
 *   <li>Each process that uses it holds a shared lock on one file for as long as it does.
 *   <li>Joining, leaving, starting and stopping happen one at a time under the exclusive lock of
 *       another file, the turnstile. A start therefore waits for a stop under way, and of two that
 *       leave at once the second one finds itself alone.
 *   <li>The kernel drops both when a process dies, in whatever way.
 * </ul>
 *
 * File locks belong to the whole process, and closing any channel of a file drops them: hence one
 * instance for each home, never closed, which counts the users within this process.
 */
final class Presence {
  private static final Map<Path, Presence> BY_DIRECTORY = new ConcurrentHashMap<>();
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Path directory;
  private final FileChannel turnstile;
  private final FileChannel use;
  private final ReentrantLock withinProcess = new ReentrantLock();
  private int users;
  private @Nullable FileLock shared;

  private Presence(Path directory) {
    this.directory = directory;
    try {
      turnstile = open(directory.resolve("turnstile.lock"));
      use = open(directory.resolve("use.lock"));
      Files.createDirectories(directory.resolve("present"));
    } catch (IOException fault) {
      throw ServerHome.failure(directory, fault);
    }
  }

  static Presence in(ServerHome home) {
    return BY_DIRECTORY.computeIfAbsent(home.directory(), Presence::new);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** What is done alone. */
  interface Act<T> {
    T act() throws IOException;
  }

  /** Does it while no other thread or process joins, leaves, starts or stops. */
  <T> T alone(Act<T> act) {
    return alone(() -> true, act).orElseThrow();
  }

  /** Empty when it was no longer wanted before its turn came. */
  <T> Optional<T> alone(BooleanSupplier wanted, Act<T> act) {
    withinProcess.lock();
    try {
      Optional<FileLock> passed = pass(wanted);
      if (passed.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(act.act());
      } finally {
        passed.get().release();
      }
    } catch (IOException fault) {
      throw ServerHome.failure(directory, fault);
    } finally {
      withinProcess.unlock();
    }
  }

  private Optional<FileLock> pass(BooleanSupplier wanted) {
    List<FileLock> passed = new ArrayList<>(1);
    boolean settled =
        Waiting.until(
            () -> !wanted.getAsBoolean() || tryLock(turnstile).map(passed::add).isPresent(),
            PATIENCE);
    if (!settled) {
      throw new ServerFailure(
          "Another Avance process has been starting or stopping the server under %s for %d minutes. See %s; end that process if it hangs, then try again."
              .formatted(directory, PATIENCE.toMinutes(), directory.resolve("server.log")));
    }
    return passed.stream().findFirst();
  }

  private Optional<FileLock> tryLock(FileChannel channel) {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (IOException fault) {
      throw ServerHome.failure(directory, fault);
    }
  }

  /** Only within {@link #alone}. */
  void enter() throws IOException {
    if (users == 0) {
      shared = use.lock(0, Long.MAX_VALUE, true);
      Files.writeString(ownCard(), "");
    }
    users++;
  }

  /** Only within {@link #alone}, once for each {@link #enter}. */
  void leave() throws IOException {
    users--;
    FileLock last = shared;
    if (users == 0 && last != null) {
      last.release();
      shared = null;
      Files.deleteIfExists(ownCard());
    }
  }

  /** Whether neither this process nor another uses the server. Only within {@link #alone}. */
  boolean nobody() throws IOException {
    if (users > 0) {
      return false;
    }
    Optional<FileLock> exclusive = tryLock(use);
    if (exclusive.isPresent()) {
      exclusive.get().release();
    }
    return exclusive.isPresent();
  }

  private Path ownCard() {
    return directory.resolve("present").resolve(String.valueOf(ProcessHandle.current().pid()));
  }

  /** The processes that use the server: for messages; the locks alone decide. */
  List<Long> pids() {
    try (Stream<Path> cards = Files.list(directory.resolve("present"))) {
      return cards
          .map(card -> Long.valueOf(card.getFileName().toString()))
          .filter(pid -> ProcessHandle.of(pid).isPresent())
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw ServerHome.failure(directory, fault);
    }
  }
}
