package org.avance.server;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be known of the server, found without starting it. Texts are empty and numbers 0 where
 * there is nothing to say: the data of an external server, the version of a stopped one.
 *
 * @param client a command line that opens the warehouse for reading; shows no password
 * @param usedBy processes on this machine that use the embedded server now
 */
public record ServerStatus(
    boolean embedded,
    boolean running,
    boolean keptUp,
    int port,
    String jdbcUrl,
    String client,
    String dataDirectory,
    String version,
    long dataBytes,
    List<Long> usedBy) {
  public ServerStatus {
    usedBy = List.copyOf(usedBy);
  }

  /** An embedded server that was never started. */
  static ServerStatus untouched(Path data) {
    return new ServerStatus(
        true, false, false, 0, "", "", data.toString(), Binaries.VERSION, 0, List.of());
  }
}
