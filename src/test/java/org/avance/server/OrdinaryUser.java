package org.avance.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user who is not root: nobody when the tests run as root, else who runs them.
 *
 * @param directory that others may enter, with copies of what root's own directories may hide
 */
public record OrdinaryUser(Path directory) implements AutoCloseable {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  /** Skips the test where root can't become nobody. */
  public static OrdinaryUser here() throws IOException {
    assumeTrue(!ROOT || Files.isExecutable(SETPRIV), "root without setpriv can't become nobody");
    OrdinaryUser user = new OrdinaryUser(Files.createTempDirectory("avance-ordinary"));
    user.open(user.directory);
    return user;
  }

  public String name() {
    return ROOT ? "nobody" : System.getProperty("user.name");
  }

  /** What to put before a command. */
  public List<String> as() {
    return ROOT
        ? List.of(SETPRIV.toString(), "--reuid=65534", "--regid=65534", "--clear-groups")
        : List.of();
  }

  /** The tests' own class path; the local repository of root may be closed to others. */
  public String classPath() throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Files.exists(Path.of(entry))) {
        copies.add(copy(Path.of(entry)));
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  /** Where the copy of a file or folder is. */
  public String copy(Path from) throws IOException {
    Path beside = Files.createTempDirectory(directory, "copy");
    open(beside);
    Path to = beside.resolve(from.getFileName());
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to.toString();
  }

  public Path open(Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @Override
  public void close() throws IOException {
    ServerHome.deleteTree(directory);
  }
}
