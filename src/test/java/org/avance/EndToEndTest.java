package org.avance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.avance.Command.Ended;
import org.avance.server.OrdinaryUser;
import org.avance.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main command as its users start it: processes of their own, which share one home. */
final class EndToEndTest {
  /** A feed, its file, a step, and how many records that has seen. */
  private static final Pattern PROGRESS =
      Pattern.compile("\\S+  .+  (receive|stage|classify|judge|publish)( [\\d,]+ records)?");

  @TempDir static Path directory;
  private static Path home;
  private static People people;

  @BeforeAll
  static void a_home_and_a_descriptor() throws IOException {
    home = directory.resolve("home");
    TestServer.lendPrograms(home);
    people = People.in(directory);
  }

  @Test
  void a_first_run_loads_the_samples_and_a_second_one_finds_nothing_new() throws Exception {
    Path empty = directory.resolve("empty");
    Ended first = run("run", "--home", empty.toString());
    // On a busy machine it takes so long that it says how far it has come.
    assertThat(first.err().lines()).allMatch(line -> PROGRESS.matcher(line).matches());
    assertThat(first.exit()).isZero();
    assertThat(first.out())
        .contains("The warehouse now holds")
        .containsPattern("shcp-coverage .* PUBLISHED")
        .doesNotContain("REJECTED", "FAILED");
    assertThat(empty.resolve("mariadb/pid")).as("the server is gone").doesNotExist();
    Ended second = run("run", "--home", empty.toString());
    assertThat(second.exit()).isZero();
    assertThat(second.out())
        .startsWith("Nothing new: ")
        .endsWith(first.out().substring(first.out().indexOf("The warehouse now holds")));
  }

  @Test
  void a_broken_file_asks_for_a_person_and_stops_no_other() throws Exception {
    People both = people.deliver("broken", 1990, 1990);
    Files.writeString(both.inbox().resolve("people/bad.csv"), "Clave,Entidad\nE100,01\n");
    Ended ended = run(both.run(home));
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.out())
        .containsPattern("people/broken.csv +9600 +9600 +0 +0 +PUBLISHED")
        .containsPattern("people/bad.csv .* REJECTED")
        .containsPattern("because: .*Año");
    assertThat(run(both.run(home)).out())
        .as("said again, but no fault of this run")
        .startsWith("Nothing new: 2 files in the inbox")
        .contains("Still rejected: people  people/bad.csv");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, 1991", "TERM, 143, 1993"})
  void an_interrupted_load_leaves_cleanly_and_the_next_run_finishes_it(
      String signal, int exit, int year) throws Exception {
    People large = people.deliver("interrupted-" + signal, year, year + 1);
    try (Command command = Command.start(Map.of(), large.run(home))) {
      awaitStaging(command);
      command.signal(signal);
      assertThat(command.ended(30).exit()).isEqualTo(exit);
    }
    assertThat(home.resolve("mariadb/pid")).as("the server is gone").doesNotExist();
    assertThat(facts(year)).isEqualTo("facts\n0\n");
    Ended next = run(large.run(home));
    assertThat(next.exit()).isZero();
    assertThat(next.out())
        .containsPattern("people +people/interrupted-.* +19200 +19200 .* PUBLISHED");
    assertThat(facts(year)).isEqualTo("facts\n9600\n");
  }

  @Test
  void a_query_is_answered_while_another_process_loads() throws Exception {
    People large = people.deliver("queried", 1995, 1996);
    try (Command loading = Command.start(Map.of(), large.run(home))) {
      awaitStaging(loading);
      assertThat(facts(1995)).isEqualTo("facts\n0\n");
      assertThat(loading.isAlive()).isTrue();
      assertThat(loading.ended(120).exit()).isZero();
    }
    assertThat(facts(1995)).isEqualTo("facts\n9600\n");
  }

  @Test
  void two_runs_at_once_load_each_file_once() throws Exception {
    People one = people.deliver("shared", 1997, 1997);
    try (Command first = Command.start(Map.of(), one.run(home));
        Command second = Command.start(Map.of(), one.run(home))) {
      Ended a = first.ended(120);
      Ended b = second.ended(120);
      assertThat(a.exit()).as(a.out() + a.err()).isZero();
      assertThat(b.exit()).as(b.out() + b.err()).isZero();
      assertThat((a.out() + b.out()).split("PUBLISHED", -1)).as("loaded once").hasSize(2);
    }
    assertThat(facts(1997)).isEqualTo("facts\n9600\n");
    assertThat(home.resolve("mariadb/pid")).as("the server is gone").doesNotExist();
  }

  @Test
  void an_ordinary_user_loads_the_samples() throws Exception {
    try (OrdinaryUser user = OrdinaryUser.here()) {
      Path own = user.open(Files.createDirectory(user.directory().resolve("home")));
      String jobs = user.copy(Path.of("jobs"));
      String inbox = user.copy(Path.of("sample-input"));
      String[] arguments = {"--home", own.toString(), "--jobs", jobs, "--inbox", inbox, "run"};
      try (Command command = Command.start(user.as(), user.classPath(), Map.of(), arguments)) {
        Ended ended = command.ended(180);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
      }
      assertThat(Files.getOwner(own.resolve("mariadb/data")).getName()).isEqualTo(user.name());
    }
  }

  private static String facts(int year) throws Exception {
    Ended ended =
        run(
            "query",
            "--home",
            home.toString(),
            "--format",
            "csv",
            "SELECT COUNT(*) AS facts FROM v_coverage_history WHERE feed = 'people' AND year = "
                + year);
    assertThat(ended.err()).isEmpty();
    return ended.out();
  }

  /** What the log says since now. */
  private static void awaitStaging(Command command) throws Exception {
    Path log = home.resolve("log/avance.log");
    int before = count(log);
    while (count(log) == before && command.isAlive()) {
      Thread.sleep(20);
    }
    assertThat(command.isAlive()).isTrue();
  }

  private static int count(Path log) throws IOException {
    return Files.exists(log) ? Files.readString(log).split("step receive ended", -1).length : 1;
  }

  private static Ended run(String... arguments) throws Exception {
    return Command.run(Map.of(), arguments);
  }
}
