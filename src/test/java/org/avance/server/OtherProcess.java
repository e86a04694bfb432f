package org.avance.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link JoiningMain} in a JVM of its own. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader says;
  private final PrintStream told;

  private OtherProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
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

  int leave() throws Exception {
    go();
    return exitCode();
  }

  int signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    return exitCode();
  }

  private int exitCode() throws Exception {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("Process " + pid() + " does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
