package org.avance.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The embedded server's TCP port: chosen once, kept while nobody else takes it. */
final class Port {
  /** Below the ports that outgoing connections take by themselves, so that it stays free. */
  private static final int LOWEST = 13_306;

  private static final int CHOICE = 10_000;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int ATTEMPTS = 200;

  private Port() {}

  static Optional<Integer> kept(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
        : Optional.empty();
  }

  static int choose(Path file) throws IOException {
    Optional<Integer> kept = kept(file).filter(Port::isFree);
    if (kept.isPresent()) {
      return kept.get();
    }
    return new SecureRandom()
        .ints(ATTEMPTS, LOWEST, LOWEST + CHOICE)
        .filter(Port::isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new ServerFailure(
                    "No free port found for the database server between %d and %d on %s."
                        .formatted(LOWEST, LOWEST + CHOICE, ServerHome.HOST)));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
