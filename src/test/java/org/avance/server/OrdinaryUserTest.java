package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The whole way, unpacking included, as a user who is not root: as nobody when the tests run as
 * root, else as who runs them.
 */
final class OrdinaryUserTest {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final List<String> AS_NOBODY =
      List.of(SETPRIV.toString(), "--reuid=65534", "--regid=65534", "--clear-groups");

  private Path directory;

  @BeforeEach
  void a_directory_that_others_may_enter() throws IOException {
    directory = Files.createTempDirectory("avance-ordinary");
    open(directory);
  }

  @AfterEach
  void removed() throws IOException {
    ServerHome.deleteTree(directory);
  }

  @Test
  void
      an_ordinary_user_killed_while_unpacking_unpacks_installs_starts_and_stops_a_server_next_time()
          throws Exception {
    boolean root = System.getProperty("user.name").equals("root");
    assumeTrue(!root || Files.isExecutable(SETPRIV), "root without setpriv can't become nobody");
    Path home = open(Files.createDirectory(directory.resolve("home")));
    ServerSettings.Embedded settings = new ServerSettings.Embedded(home);
    List<String> as = root ? AS_NOBODY : List.of();
    String classPath = readableClassPath();
    Path part = settings.binaries().resolveSibling(Binaries.DIRECTORY + ".part");
    try (OtherProcess killed = OtherProcess.ready(as, classPath, settings)) {
      killed.go();
      assertThat(Waiting.until(() -> Files.exists(part), Duration.ofSeconds(20))).isTrue();
      killed.signal("KILL");
      assertThat(settings.binaries()).as("killed while unpacking").doesNotExist();
    }
    try (OtherProcess user = OtherProcess.ready(as, classPath, settings)) {
      user.go();
      assertThat(user.port()).isPositive();
      assertThat(Files.getOwner(home.resolve("mariadb").resolve("data")).getName())
          .isEqualTo(root ? "nobody" : System.getProperty("user.name"));
      assertThat(user.leave()).isZero();
      assertThat(user.hear()).isEqualTo("left");
      assertThat(home.resolve("mariadb").resolve("pid")).doesNotExist();
      assertThat(part).doesNotExist();
    }
  }

  /** The local repository of root may be closed to others. */
  private String readableClassPath() throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path from = Path.of(entry);
      if (Files.exists(from)) {
        Path to = directory.resolve(copies.size() + "-" + from.getFileName());
        copy(from, to);
        copies.add(to.toString());
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path open(Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}
