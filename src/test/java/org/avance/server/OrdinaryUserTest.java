package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole way, unpacking included, as a user who is not root. */
final class OrdinaryUserTest {
  @Test
  void
      an_ordinary_user_killed_while_unpacking_unpacks_installs_starts_and_stops_a_server_next_time()
          throws Exception {
    try (OrdinaryUser user = OrdinaryUser.here()) {
      Path home = user.open(Files.createDirectory(user.directory().resolve("home")));
      ServerSettings.Embedded settings = new ServerSettings.Embedded(home);
      String classPath = user.classPath();
      Path part = settings.binaries().resolveSibling(Binaries.DIRECTORY + ".part");
      try (OtherProcess killed = OtherProcess.ready(user.as(), classPath, settings)) {
        killed.go();
        assertThat(Waiting.until(() -> Files.exists(part), Duration.ofSeconds(20))).isTrue();
        killed.signal("KILL");
        assertThat(settings.binaries()).as("killed while unpacking").doesNotExist();
      }
      try (OtherProcess next = OtherProcess.ready(user.as(), classPath, settings)) {
        next.go();
        assertThat(next.port()).isPositive();
        assertThat(Files.getOwner(home.resolve("mariadb").resolve("data")).getName())
            .isEqualTo(user.name());
        assertThat(next.leave()).isZero();
        assertThat(next.hear()).isEqualTo("left");
        assertThat(home.resolve("mariadb").resolve("pid")).doesNotExist();
        assertThat(part).doesNotExist();
      }
    }
  }
}
