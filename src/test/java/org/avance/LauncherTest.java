package org.avance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, with a JDK and a Maven that only say what they were told.
 */
final class LauncherTest {
  private static final String BUILDING =
      "building Avance (first time: a few minutes for downloads) …\n";
  private static final String JAVA_17 =
      """
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2025-04-15' >&2; exit 0; fi
      for word; do :; done
      echo "started: $word"; exit "${FAKE_EXIT:-0}"
      """;
  private static final String MAVEN =
      """
      if [ "$1" = -v ]; then printf '\\033[1mApache Maven 3.8.7\\033[m\\n'; exit 0; fi
      echo "built $*" >> target/builds; touch target/avance.jar
      """;

  @TempDir Path directory;
  private Path checkout;
  private Path bin;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void a_checkout_and_tools() throws IOException {
    checkout = directory.toRealPath().resolve("my checkout");
    bin = Files.createDirectory(directory.toRealPath().resolve("bin"));
    Files.createDirectories(checkout.resolve("src/main/java"));
    Files.createDirectories(checkout.resolve("sql"));
    Files.copy(Path.of("avance"), checkout.resolve("avance"));
    source("pom.xml");
    source("src/main/java/A.java");
    source("sql/a.sql");
    for (String tool :
        "sed head tail find mkdir mv rm rmdir cat dirname readlink id sleep touch flock sync"
            .split(" ")) {
      Path real = Path.of("/usr/bin", tool);
      tool(tool, "exec " + (Files.exists(real) ? real : Path.of("/bin", tool)) + " \"$@\"\n");
    }
    tool("java", JAVA_17);
    tool("javac", "");
    tool("mvn", MAVEN);
  }

  @Test
  void the_first_start_builds_and_the_next_ones_start_at_once() throws Exception {
    assertThat(avance("status")).isEqualTo(new Outcome(0, "started: status\n", BUILDING));
    assertThat(avance("status")).isEqualTo(new Outcome(0, "started: status\n", ""));
    assertThat(builds()).containsExactly("built -q -B -Dmaven.test.skip=true package");
  }

  @Test
  void maven_and_the_compiler_are_needed_for_building_only() throws Exception {
    avance("status");
    Files.delete(bin.resolve("mvn"));
    Files.delete(bin.resolve("javac"));
    assertThat(avance("status")).isEqualTo(new Outcome(0, "started: status\n", ""));
  }

  @Test
  void a_newer_source_is_built() throws Exception {
    int built = 0;
    for (String source : List.of("pom.xml", "src/main/java/A.java", "sql/a.sql", "sql/new.sql")) {
      avance("status");
      Files.writeString(checkout.resolve(source), "changed");
      assertThat(avance("status").err()).as(source).isEqualTo(BUILDING);
      assertThat(builds()).as(source).hasSize(++built + 1);
    }
    Files.delete(checkout.resolve("sql/new.sql"));
    assertThat(avance("status").err()).as("a source removed").isEqualTo(BUILDING);
  }

  @Test
  void a_failed_build_shows_its_first_errors_and_is_no_build() throws Exception {
    avance("status");
    Files.writeString(checkout.resolve("pom.xml"), "changed");
    tool(
        "mvn",
        "if [ \"$1\" = -v ]; then echo 'Apache Maven 3.8.7'; exit 0; fi\nfor n in 1 2 3 4 5 6 7 8 9 10; do echo \"[ERROR] A.java:[$n,1] wrong\"; echo '[ERROR] '; echo '[INFO] more'; done; exit 3\n");
    String errors =
        IntStream.rangeClosed(1, 8).mapToObj("A.java:[%d,1] wrong\n"::formatted).collect(joining());
    String told =
        "avance: The build failed; all of Maven's words are in %s/target/avance.build.log.\n"
            .formatted(checkout);
    Outcome failed = new Outcome(1, "", BUILDING + errors + told);
    assertThat(avance("status")).isEqualTo(failed);
    assertThat(avance("status")).as("tried again").isEqualTo(failed);
    tool(
        "mvn",
        "if [ \"$1\" = -v ]; then echo 'Apache Maven 3.8.7'; exit 0; fi\necho 'Killed'; exit 9\n");
    assertThat(avance("status").err()).as("without errors").isEqualTo(BUILDING + "Killed\n" + told);
  }

  @Test
  void an_interrupted_build_is_no_build() throws Exception {
    avance("status");
    Files.delete(checkout.resolve("target/avance.jar"));
    tool(
        "mvn",
        "if [ \"$1\" = -v ]; then echo 'Apache Maven 3.8.7'; exit 0; fi\ntouch target/avance.jar; kill -9 $PPID; kill -9 $$\n");
    assertThat(avance("status").exit()).isNotZero();
    tool("mvn", MAVEN);
    assertThat(avance("status")).isEqualTo(new Outcome(0, "started: status\n", BUILDING));
  }

  @Test
  void of_two_launchers_at_once_one_builds_and_the_other_waits() throws Exception {
    tool("mvn", MAVEN.replace("echo \"built", "sleep 1; echo \"built"));
    Process first = launch(checkout.resolve("avance"), checkout, List.of("status"));
    Process second = launch(checkout.resolve("avance"), checkout, List.of("status"));
    assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(0, 0);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void it_runs_from_anywhere_through_links_and_passes_words_and_exit_code_on() throws Exception {
    Path link =
        Files.createSymbolicLink(directory.resolve("first link"), checkout.resolve("avance"));
    Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("first link"));
    tool("java", JAVA_17.replace("echo \"started: $word\"", "for w; do echo \"$w\"; done"));
    Outcome outcome =
        outcome(
            launch(
                second,
                directory,
                List.of("feed", "try", "a file.csv"),
                "FAKE_EXIT=7",
                "AVANCE_JAVA_OPTS=-Xmx2g -Da=b"));
    assertThat(outcome.exit()).isEqualTo(7);
    assertThat(outcome.out().lines())
        .containsExactly(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Xmx2g",
            "-Da=b",
            "-Davance.checkout=" + checkout,
            "-jar",
            checkout + "/target/avance.jar",
            "feed",
            "try",
            "a file.csv");
  }

  @Test
  void a_build_archives_the_classes_of_a_load_for_all_starts_to_share() throws Exception {
    Files.createDirectory(checkout.resolve("sample-input"));
    Path archive = checkout.resolve("target/avance-17.0.15.jsa");
    String archiving = "case $1 in -XX:ArchiveClassesAtExit=*) echo \"$*\" >\"${1#*=}\";; esac\n";
    tool("java", JAVA_17.replace("echo \"started: $word\"", archiving + "echo \"$1\""));
    assertThat(avance("status"))
        .isEqualTo(new Outcome(0, "-XX:SharedArchiveFile=" + archive + "\n", BUILDING));
    assertThat(archive)
        .content()
        .startsWith("-XX:ArchiveClassesAtExit=" + archive + ".part ")
        .endsWith(
            "-jar %1$s/target/avance.jar run --home %1$s/target/training --jobs %1$s/jobs --inbox %1$s/sample-input\n"
                .formatted(checkout));
  }

  @Test
  void a_build_whose_classes_cannot_be_archived_starts_without_and_takes_older_ones_away()
      throws Exception {
    Files.createDirectory(checkout.resolve("sample-input"));
    avance("status");
    Path older = Files.writeString(checkout.resolve("target/avance-17.0.15.jsa"), "classes");
    Files.writeString(checkout.resolve("pom.xml"), "changed");
    String failing = "case $1 in -XX:ArchiveClassesAtExit=*) echo no >&2; exit 1;; esac\n";
    tool("java", JAVA_17.replace("for word", failing + "for word"));
    assertThat(avance("status")).isEqualTo(new Outcome(0, "started: status\n", BUILDING));
    assertThat(older).doesNotExist();
  }

  @Test
  void a_missing_or_old_java_is_named() throws Exception {
    tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    refused(
        "Avance needs a JDK 17 or newer; found: java 11.0.2 at "
            + bin
            + "/java. Set JAVA_HOME to a newer one.");
    tool("java", "echo 'java version \"1.8.0_392\"' >&2\n");
    refused(
        "Avance needs a JDK 17 or newer; found: java 1.8.0_392 at "
            + bin
            + "/java. Set JAVA_HOME to a newer one.");
    Files.delete(bin.resolve("java"));
    refused("Avance needs a JDK 17 or newer; found: none. Install one, or set JAVA_HOME.");
  }

  @Test
  void java_home_goes_before_the_path() throws Exception {
    tool("java", "echo 'openjdk version \"11.0.2\"' >&2\n");
    Path home = Files.createDirectories(directory.toRealPath().resolve("jdk"));
    refusedWith(
        home,
        "Avance needs a JDK 17 or newer; found: none, JAVA_HOME="
            + home
            + " has no bin/java. Correct JAVA_HOME.");
    Files.createDirectory(home.resolve("bin"));
    script(home.resolve("bin/java"), JAVA_17.replace("17.0.15", "25.0.1"));
    refusedWith(
        home,
        "Avance needs a JDK 17 or newer to be built; found: a JRE without javac, java 25.0.1 at "
            + home
            + "/bin/java. Install the JDK, or set JAVA_HOME to one.");
    script(home.resolve("bin/javac"), "");
    Outcome outcome =
        outcome(
            launch(checkout.resolve("avance"), directory, List.of("status"), "JAVA_HOME=" + home));
    assertThat(outcome).isEqualTo(new Outcome(0, "started: status\n", BUILDING));
  }

  @Test
  void a_runtime_without_compiler_is_named() throws Exception {
    Files.delete(bin.resolve("javac"));
    refused(
        "Avance needs a JDK 17 or newer to be built; found: a JRE without javac, java 17.0.15 at "
            + bin
            + "/java. Install the JDK, or set JAVA_HOME to one.");
  }

  @Test
  void a_missing_or_old_maven_is_named() throws Exception {
    tool("mvn", "echo 'Apache Maven 3.6.3 (home)'\n");
    refused(
        "Avance needs Maven 3.8 or newer to be built; found: Maven 3.6.3 at "
            + bin
            + "/mvn. Install a newer one.");
    Files.delete(bin.resolve("mvn"));
    refused(
        "Avance needs Maven 3.8 or newer to be built; found: none. Install it, so that mvn is in the PATH.");
    tool("mvn", MAVEN.replace("3.8.7", "4.0.0-rc-3"));
    assertThat(avance("status").exit()).isZero();
  }

  @Test
  void a_checkout_that_cannot_be_written_is_named() throws Exception {
    Files.writeString(checkout.resolve("target"), "in the way");
    refused(
        "Avance must be built first, but "
            + System.getProperty("user.name")
            + " can't write to "
            + checkout
            + "/target. Build it as the owner of the checkout, or make target writable.");
  }

  private void refused(String message) throws Exception {
    assertThat(avance("status")).isEqualTo(new Outcome(1, "", "avance: " + message + "\n"));
  }

  private void refusedWith(Path javaHome, String message) throws Exception {
    assertThat(
            outcome(
                launch(
                    checkout.resolve("avance"),
                    directory,
                    List.of("status"),
                    "JAVA_HOME=" + javaHome)))
        .isEqualTo(new Outcome(1, "", "avance: " + message + "\n"));
  }

  private Outcome avance(String... words) throws Exception {
    return outcome(launch(checkout.resolve("avance"), directory, List.of(words)));
  }

  private Process launch(Path script, Path from, List<String> words, String... environment)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + bin));
    command.addAll(List.of(environment));
    command.addAll(List.of("/bin/sh", script.toString()));
    command.addAll(words);
    return new ProcessBuilder(command).directory(from.toFile()).start();
  }

  private static Outcome outcome(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(checkout.resolve("target/builds"));
  }

  /** Older than any build, as in a real checkout. */
  private void source(String name) throws IOException {
    Path file = Files.writeString(checkout.resolve(name), "source");
    FileTime old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, old);
    Files.setLastModifiedTime(file.getParent(), old);
  }

  private void tool(String name, String body) throws IOException {
    script(bin.resolve(name), body);
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
