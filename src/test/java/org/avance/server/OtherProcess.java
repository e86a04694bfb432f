package org.avance.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.avance.Interruptible;

/** A {@link JoiningMain} in a JVM of its own. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader says;
  private final PrintStream told;

  private OtherProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(Interruptible.command(command)).redirectErrorStream(true).start();
    says = process.inputReader(StandardCharsets.UTF_8);
    told = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Ready to join, not yet joining. */
  static OtherProcess ready(ServerSettings.Embedded settings) throws IOException {
    return ready(List.of(), System.getProperty("java.class.path"), settings);
  }

  static OtherProcess ready(List<String> as, String classPath, ServerSettings.Embedded settings)
      throws IOException {
    List<String> command = new ArrayList<>(as);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath));
    command.add(JoiningMain.class.getName());
    command.add(settings.home().toString());
    command.add(settings.binaries().toString());
    OtherProcess other = new OtherProcess(command);
    String first = other.hear();
    if (!"ready".equals(first)) {
      throw new IOException("Expected: ready; found: " + first + "\n" + other.rest());
    }
    return other;
  }

  static OtherProcess joined(ServerSettings.Embedded settings) throws IOException {
    OtherProcess other = ready(settings);
    other.go();
    other.port();
    return other;
  }

  long pid() {
    return process.pid();
  }

  void go() {
    told.println("go");
  }

  String hear() throws IOException {
    return String.valueOf(says.readLine());
  }

  private String rest() throws IOException {
    return says.lines().reduce("", (a, b) -> a + b + "\n");
  }

  /** Where it has joined. */
  int port() throws IOException {
    String line = hear();
    if (!line.matches("joined \\d+ after \\d+ ms")) {
      throw new IOException("Expected: joined …; found: " + line + "\n" + rest());
    }
    return Integer.parseInt(line.split(" ")[1]);
  }

  /** Whether it soon has this file open. */
  boolean opens(Path file) {
    Path descriptors = Path.of("/proc", String.valueOf(pid()), "fd");
    return Waiting.until(
        () -> {
          try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(OtherProcess::target).anyMatch(file::equals);
          } catch (IOException fault) {
            throw new UncheckedIOException(fault);
          }
        },
        Duration.ofSeconds(20));
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException closed) {
      return link;
    }
  }

  int leave() throws IOException {
    go();
    return exitCode();
  }

  int signal(String name) throws IOException {
    Waiting.exitCode(new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start());
    return exitCode();
  }

  private int exitCode() throws IOException {
    if (!Waiting.until(() -> !process.isAlive(), Duration.ofSeconds(60))) {
      throw new IOException("Process " + pid() + " does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
