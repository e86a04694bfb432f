package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of one of the server's own client programs as Avance's admin. */
record ClientProgram(ServerHome home, String name) {
  /** Reads what the program writes, or writes what it reads. */
  interface Exchange {
    void with(Process process) throws IOException;
  }

  /**
   * @throws IOException with the program's own words when it has any
   */
  void run(List<String> arguments, Exchange exchange) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.program(name).toString());
    command.add("--defaults-file=" + home.clientOptions(Credentials.ADMIN));
    command.addAll(arguments);
    Path said = Files.createTempFile(home.temporary(), name, ".log");
    try {
      Process process = ChildProcess.of(command).redirectError(said.toFile()).start();
      attend(process, exchange, said);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  private void attend(Process process, Exchange exchange, Path said) throws IOException {
    try {
      exchange.with(process);
    } catch (IOException broken) {
      process.destroy();
      Waiting.exitCode(process);
      throw ServerLog.length(said) == 0
          ? broken
          : new IOException(ServerLog.since(said, 0), broken);
    }
    int exit = Waiting.exitCode(process);
    if (exit != 0) {
      throw new IOException(name + ", exit code " + exit + ": " + ServerLog.since(said, 0));
    }
  }
}
