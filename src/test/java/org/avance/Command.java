package org.avance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The main command in a JVM of its own, as the launcher starts it. */
public final class Command implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;

  /** How it ended and what it printed. */
  public record Ended(int exit, String out, String err) {}

  private Command(List<String> java, List<String> arguments, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(java);
    command.addAll(arguments);
    out = Files.createTempFile("avance", ".out");
    err = Files.createTempFile("avance", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(Interruptible.command(command))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AVANCE_"));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  /** As who runs the tests. */
  public static Command start(Map<String, String> environment, String... arguments)
      throws IOException {
    return start(false, environment, arguments);
  }

  private static Command start(boolean trains, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        TestJvm.command(Avance.class, trains, "-Xmx512m", "-Dfile.encoding=UTF-8");
    return new Command(command, List.of(arguments), environment);
  }

  /**
   * As somebody else.
   *
   * @param as the command that becomes somebody else
   * @param classPath where that user may read it
   */
  public static Command start(
      List<String> as, String classPath, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(as);
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Avance.class.getName()));
    return new Command(command, List.of(arguments), environment);
  }

  public static Ended run(Map<String, String> environment, String... arguments) throws Exception {
    boolean loads = List.of(arguments).contains("run");
    try (Command command = start(loads, environment, arguments)) {
      return command.ended(180);
    } finally {
      TestJvm.trained(Avance.class);
    }
  }

  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  public Ended ended(long withinSeconds) throws Exception {
    if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
      throw new AssertionError(
          "not ended after %d s; it said: %s".formatted(withinSeconds, said()));
    }
    return new Ended(process.exitValue(), Files.readString(out), unbroken(Files.readString(err)));
  }

  /** A refusal in one line, however long. */
  private static String unbroken(String err) {
    return err.replaceAll("\n {8}(?=\\S)", " ");
  }

  private String said() throws IOException {
    return Files.readString(out) + Files.readString(err);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
  }
}
