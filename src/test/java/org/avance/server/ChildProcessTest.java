package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other users of the machine could read of the programs that Avance starts: no password. */
final class ChildProcessTest {
  private static ServerHome home;
  private static Credentials who;

  @BeforeAll
  static void the_shared_server() throws Exception {
    TestServer.administer("SELECT 1");
    home = ServerHome.of(new ServerSettings.Embedded(TestServer.HOME, TestServer.BINARIES));
    who = Credentials.in(home.directory().resolve("credentials.properties"));
  }

  private static List<String> passwords() {
    return who.all().stream().map(Account::password).toList();
  }

  /** As {@code ps} shows it to everybody. */
  private static String commandLine(long pid) throws Exception {
    return proc(pid, "cmdline");
  }

  private static String proc(long pid, String file) throws Exception {
    return Files.readString(Path.of("/proc", String.valueOf(pid), file), StandardCharsets.UTF_8)
        .replace('\0', ' ');
  }

  @Test
  void the_server_is_started_without_a_password() throws Exception {
    long server = ServerProcess.find(home).orElseThrow().handle().pid();
    assertThat(commandLine(server))
        .endsWith("mariadbd --defaults-file=%s ".formatted(home.optionFile()))
        .doesNotContain(passwords());
    assertThat(proc(server, "environ")).doesNotContain(passwords()).doesNotContain("AVANCE_");
  }

  @Test
  void the_programs_that_save_and_restore_read_theirs_from_a_file() throws Exception {
    List<String> seen = new ArrayList<>();
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    new ClientProgram(home, "mariadb-dump")
        .run(
            List.of("--no-data", "mysql", "help_topic"),
            process -> {
              // Before what it writes is read, so that it is there still.
              seen.add(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")));
              process.getInputStream().transferTo(dump);
            });
    assertThat(dump.toString(StandardCharsets.UTF_8)).contains("CREATE TABLE `help_topic`");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).replace('\0', ' '))
        .contains("--defaults-file=" + home.clientOptions(Credentials.ADMIN))
        .doesNotContain(passwords());
  }

  @Test
  void a_child_is_told_nothing_of_ours() {
    ProcessBuilder child = new ProcessBuilder("true");
    child.environment().clear();
    child.environment().put("PATH", "/bin");
    child.environment().put("AVANCE_DB_PASSWORD", "tr0ub4dor");
    child.environment().put("AVANCE_SMTP_PASSWORD", "tr0ub4dor");
    assertThat(ChildProcess.withoutOurs(child).environment()).containsOnlyKeys("PATH");
  }

  @Test
  void files_that_hold_a_password_are_their_owner_s() throws Exception {
    Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.directory())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (passwords().stream().anyMatch(text::contains)) {
          holding.add(file.getFileName());
          assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).isEqualTo(own);
        }
      }
    }
    assertThat(holding)
        .as("and the log, which all that the server says goes to, is none of them")
        .contains(Path.of("credentials.properties"), Path.of("avance_admin.cnf"))
        .doesNotContain(home.log().getFileName());
  }
}
