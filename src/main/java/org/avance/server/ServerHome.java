package org.avance.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What lies where in the server's directory under Avance's home; the directory is its owner's only.
 */
record ServerHome(Path directory, Path binaries) {
  static final String HOST = "127.0.0.1";
  static final String WAREHOUSE = "avance";

  /** True where there has never been a server. */
  static boolean isUntouched(ServerSettings.Embedded settings) {
    return !Files.exists(directory(settings));
  }

  static Path data(ServerSettings.Embedded settings) {
    return directory(settings).resolve("data");
  }

  static Path directory(ServerSettings.Embedded settings) {
    return settings.home().resolve("mariadb");
  }

  /** Makes the directory where it is missing. */
  static ServerHome of(ServerSettings.Embedded settings) {
    Path directory = directory(settings);
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(settings.home());
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      requireOwner(directory);
      return new ServerHome(directory.toRealPath(), settings.binaries().toAbsolutePath());
    } catch (IOException fault) {
      throw failure(directory, fault);
    }
  }

  /** Root could use somebody's database, but would leave files there that only root can use. */
  private static void requireOwner(Path directory) throws IOException {
    String owner = Files.getOwner(directory).getName();
    String user = OwnUser.name();
    if (!owner.equals(user)) {
      throw new ServerFailure(
          "The database under %s belongs to %s; this process runs as %s. Run it as %s, or choose another directory by --home."
              .formatted(directory, owner, user, owner));
    }
  }

  static ServerFailure failure(Path directory, IOException fault) {
    return new ServerFailure(
        "Cannot keep the database under %s: %s. Expected a directory that this user may write, with some 700 MB free; choose another by --home."
            .formatted(directory, Faults.describe(fault)),
        fault);
  }

  Path data() {
    return directory.resolve("data");
  }

  Path temporary() {
    return directory.resolve("tmp");
  }

  Path optionFile() {
    return directory.resolve("my.cnf");
  }

  Path initFile() {
    return directory.resolve("init.sql");
  }

  Path log() {
    return directory.resolve("server.log");
  }

  /** Written and removed by the server; stale after a kill. */
  Path pidFile() {
    return directory.resolve("pid");
  }

  Path portFile() {
    return directory.resolve("port");
  }

  Path keepUp() {
    return directory.resolve("keep-up");
  }

  Path credentials() {
    return directory.resolve("credentials.properties");
  }

  /** Options of the client programs for one account, its password included. */
  Path clientOptions(String user) {
    return directory.resolve(user + ".cnf");
  }

  Path program(String name) {
    return binaries.resolve("bin").resolve(name);
  }

  /**
   * Writes a file that nobody else may read; readers see the old content or the new, never half.
   */
  static void writePrivately(Path file, String content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    createPrivately(part);
    Files.writeString(part, content, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void createPrivately(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(root)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /** Of all files below; 0 when there is no such directory. Files may come and go meanwhile. */
  static long bytes(Path root) throws IOException {
    AtomicLong sum = new AtomicLong();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum.addAndGet(attributes.size());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return sum.get();
  }
}
