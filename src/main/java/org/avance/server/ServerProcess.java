package org.avance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The running mariadbd of one home. It is known by its command line, which names the home's option
 * file: unlike a pid file this is neither stale after a kill nor missing right after a start.
 */
record ServerProcess(ProcessHandle handle, String mark) {
  private static final Duration SHUTDOWN = Duration.ofMinutes(2);
  private static final Duration KILL = Duration.ofSeconds(20);

  static Optional<ServerProcess> find(ServerHome home) {
    String mark = mark(home);
    return ProcessHandle.allProcesses()
        .map(handle -> new ServerProcess(handle, mark))
        .filter(ServerProcess::isRunning)
        .findFirst();
  }

  /** Starts it in a session of its own: neither Ctrl-C nor the end of this process reach it. */
  static ServerProcess start(ServerHome home) throws IOException {
    List<String> command = new ArrayList<>(detached());
    command.add(home.program("mariadbd").toString());
    command.add(mark(home));
    Process process =
        ChildProcess.of(command)
            .directory(home.directory().toFile())
            .redirectInput(new java.io.File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
            .start();
    return new ServerProcess(process.toHandle(), mark(home));
  }

  private static List<String> detached() {
    for (String setsid : List.of("/usr/bin/setsid", "/bin/setsid")) {
      if (Files.isExecutable(Path.of(setsid))) {
        return List.of(setsid);
      }
    }
    return List.of("/bin/sh", "-c", "trap '' HUP INT QUIT; exec \"$0\" \"$@\"");
  }

  private static String mark(ServerHome home) {
    return "--defaults-file=" + home.optionFile();
  }

  boolean isRunning() {
    return handle.isAlive() && names(handle, mark);
  }

  private static boolean names(ProcessHandle handle, String mark) {
    return handle.info().arguments().map(all -> Arrays.asList(all).contains(mark)).orElse(false);
  }

  /** Ended, and its port and files free. One that nobody has buried yet is gone, too. */
  boolean isGone() {
    return !handle.isAlive() || isZombie();
  }

  /** Dead to its last thread: the others may hold port and files when the first is a zombie. */
  private boolean isZombie() {
    Path process = Path.of("/proc", String.valueOf(handle.pid()));
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      String stat = Files.readString(process.resolve("stat"));
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1) && threads.count() <= 1;
    } catch (IOException | UncheckedIOException vanished) {
      return false;
    }
  }

  /**
   * A killed process loses its command line before its port and its files, so that it is no longer
   * found, yet in the way. Its pid file is left: waits until that process is gone.
   */
  static void awaitEndOfKilled(ServerHome home) throws IOException {
    if (!Files.exists(home.pidFile())) {
      return;
    }
    long pid = Long.parseLong(Files.readString(home.pidFile()).strip());
    ProcessHandle.of(pid)
        .filter(handle -> handle.info().arguments().isEmpty())
        .map(handle -> new ServerProcess(handle, mark(home)))
        .ifPresent(dying -> Waiting.until(dying::isGone, KILL));
  }

  /** Shuts the server down in order; kills it, and only it, when it doesn't end by itself. */
  void stop() {
    handle.destroy();
    if (Waiting.until(this::isGone, SHUTDOWN)) {
      return;
    }
    handle.destroyForcibly();
    if (!Waiting.until(this::isGone, KILL)) {
      throw new ServerFailure(
          "The server, process " + handle.pid() + ", does not end when killed.");
    }
  }
}
