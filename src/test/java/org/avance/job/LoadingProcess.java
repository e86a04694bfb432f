package org.avance.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.avance.TestJvm;

/** A {@link LoadingMain} in a JVM of its own. */
final class LoadingProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream told;
  private final BufferedReader says;

  private LoadingProcess(Process process) {
    this.process = process;
    this.told = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.says = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Started, and on its way to be {@link #ready}. */
  static LoadingProcess started(LoadSettings settings) throws IOException {
    return started(settings, false);
  }

  private static LoadingProcess started(LoadSettings settings, boolean trains) throws IOException {
    List<String> command = TestJvm.command(LoadingMain.class, trains, "-Xmx300m");
    LoadingProcess child =
        new LoadingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    child.tell(settings);
    return child;
  }

  /** Loads some feeds in a process that ends by itself; what it said. */
  static List<String> toTheEnd(LoadSettings settings, String feeds)
      throws IOException, InterruptedException {
    try (LoadingProcess child = started(settings, true)) {
      child.ready();
      child.go(feeds);
      List<String> outcomes = child.outcomes();
      child.told.close();
      child.exitCode();
      TestJvm.trained(LoadingMain.class);
      return outcomes;
    }
  }

  private void tell(LoadSettings settings) {
    Database database = settings.database();
    told.println(database.jdbcUrl());
    told.println(database.warehouse());
    told.println(database.staging());
    told.println(database.owner().user());
    told.println(database.owner().password());
    told.println(database.etl().user());
    told.println(database.etl().password());
    told.println(settings.jobs().getParent());
    told.println(settings.patience());
  }

  /** Once it is ready to load; it does nothing before it is told to. */
  LoadingProcess ready() throws IOException {
    hear("ready");
    return this;
  }

  /**
   * @param feeds names with commas between
   */
  void go(String feeds) {
    told.println(feeds);
  }

  /** Reads on until it says a line that begins so. */
  void hear(String beginning) throws IOException {
    List<String> heard = new ArrayList<>();
    if (!says(beginning, heard)) {
      throw new IOException("expected " + beginning + ", found " + heard);
    }
  }

  private boolean says(String beginning, List<String> heard) throws IOException {
    String line = says.readLine();
    while (line != null && !line.startsWith(beginning)) {
      heard.add(line);
      line = says.readLine();
    }
    return line != null;
  }

  /** What it says until it is done, or is no more, without how far it comes on the way. */
  List<String> outcomes() throws IOException {
    List<String> heard = new ArrayList<>();
    says("done", heard);
    heard.removeIf(line -> line.startsWith("at "));
    return heard;
  }

  /** Whether it had said that it is done before it was killed. */
  boolean wasDone() throws IOException {
    return says("done", new ArrayList<>());
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** SIGKILL; what it has said can still be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
