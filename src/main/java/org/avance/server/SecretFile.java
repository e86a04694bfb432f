package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that holds a password. One that others can read is used all the same, since secrets that
 * are mounted into a container are like that by default; the log and {@code doctor} say so.
 */
final class SecretFile {
  private static final System.Logger LOG = System.getLogger(SecretFile.class.getName());

  /** Once in a process, though a file may be read for several accounts. */
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SecretFile() {}

  /**
   * The password in it.
   *
   * @param variable the variable that names the file
   */
  static String firstLine(String file, String variable) {
    try {
      Path path = Path.of(file);
      String line = Files.readString(path).lines().findFirst().orElse("");
      exposure(path)
          .filter(how -> TOLD.add(variable + how))
          .ifPresent(how -> LOG.log(System.Logger.Level.WARNING, "{0}: {1}", variable, how));
      return line;
    } catch (IOException | InvalidPathException fault) {
      throw new ServerFailure(
          "Cannot read the password from %s, as %s says: %s"
              .formatted(file, variable, Faults.describe(fault)),
          fault);
    }
  }

  /** How a file or folder that is its owner's matter is open to others; empty where it is not. */
  static Optional<String> exposure(Path file) {
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
      return granted.stream().anyMatch(OF_OTHERS::contains)
          ? Optional.of(
              "%s is open to others than its owner (%s)"
                  .formatted(file, PosixFilePermissions.toString(granted)))
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }
}
