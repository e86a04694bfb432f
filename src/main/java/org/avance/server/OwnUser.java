package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who this process runs as, by the name that the owners of its files have. */
final class OwnUser {
  private static final Path SELF = Path.of("/proc/self");

  private OwnUser() {}

  static String name() throws IOException {
    return named(System.getProperty("user.name", ""));
  }

  /** A container may run as a number that has no name; Java then knows none, files the number. */
  static String named(String known) throws IOException {
    return known.equals("?") && Files.exists(SELF) ? Files.getOwner(SELF).getName() : known;
  }
}
