package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that was measured from its start to its exit.
 *
 * @param exit its exit code
 * @param seconds from start to exit
 * @param use CPU and memory, looked at fifty times a second
 * @param output what it printed on standard output
 */
record Client(int exit, double seconds, Use use, String output) {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** Runs a command to its end; what it prints lies in the folder afterwards. */
  static Client run(Path logs, String name, List<String> command)
      throws IOException, InterruptedException {
    Files.createDirectories(logs);
    Path output = logs.resolve(name + ".out");
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(logs.resolve(name + ".err").toFile());
    // The user's own settings must not lead the product to another database.
    builder.environment().keySet().removeIf(variable -> variable.startsWith("AVANCE_"));
    Process process = builder.start();
    Use use = watch(process);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Client(process.waitFor(), seconds, use, Files.readString(output));
  }

  /** The same of a command that must end with exit code 0. */
  static Client mustRun(Path logs, String name, List<String> command)
      throws IOException, InterruptedException {
    Client client = run(logs, name, command);
    if (client.exit() != 0) {
      throw new WrongResult(
          "%s: expected exit code 0, found %d; its words are in %s"
              .formatted(name, client.exit(), logs.resolve(name + ".err")));
    }
    return client;
  }

  private static Use watch(Process process) throws InterruptedException {
    Use last = new Use(0, 0);
    do {
      Optional<Use> now = Use.of(process.pid());
      last = now.orElse(last);
    } while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    return last;
  }
}
