package org.avance.job;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.avance.Interruptible;

/** A {@link ServingMain} in a JVM of its own. */
final class ServingProcess implements AutoCloseable {
  private static final long LONGEST_NANOS = 120_000_000_000L;

  private final Process process;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Thread hearing;

  private ServingProcess(Process process) {
    this.process = process;
    this.hearing =
        new Thread(
            () -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(heard::add), "hear");
    hearing.setDaemon(true);
    hearing.start();
  }

  static ServingProcess start(Database database, Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx300m",
            "-cp",
            System.getProperty("java.class.path"),
            ServingMain.class.getName());
    ServingProcess child =
        new ServingProcess(
            new ProcessBuilder(Interruptible.command(command)).redirectErrorStream(true).start());
    PrintStream told =
        new PrintStream(child.process.getOutputStream(), true, StandardCharsets.UTF_8);
    told.println(database.jdbcUrl());
    told.println(database.warehouse());
    told.println(database.staging());
    told.println(database.owner().user());
    told.println(database.owner().password());
    told.println(database.etl().user());
    told.println(database.etl().password());
    told.println(folder);
    return child;
  }

  /** What it has said so far. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** Waits until it has said a line that begins so. */
  void hear(String beginning) throws InterruptedException {
    long began = System.nanoTime();
    while (heard.stream().noneMatch(line -> line.startsWith(beginning))) {
      if (System.nanoTime() - began > LONGEST_NANOS) {
        throw new AssertionError("expected " + beginning + ", heard " + heard);
      }
      Thread.sleep(20);
    }
  }

  /** SIGTERM, with its last words heard; returns its exit code. */
  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    int exitCode = process.waitFor();
    hearing.join();
    return exitCode;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
