package org.avance.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * Ready to load, not yet loading.
   *
   * @param feeds names with commas between
   * @param seam where it dies; empty where it does not
   */
  static LoadingProcess ready(LoadSettings settings, String feeds, String seam) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Xmx300m",
            "-cp",
            System.getProperty("java.class.path"),
            LoadingMain.class.getName());
    LoadingProcess child =
        new LoadingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    child.tell(settings, feeds, seam);
    child.hear("ready");
    return child;
  }

  private void tell(LoadSettings settings, String feeds, String seam) {
    Database database = settings.database();
    told.println(database.jdbcUrl());
    told.println(database.warehouse());
    told.println(database.staging());
    told.println(database.owner().user());
    told.println(database.owner().password());
    told.println(database.etl().user());
    told.println(database.etl().password());
    told.println(settings.jobs().getParent());
    told.println(feeds);
    told.println(seam);
    told.println(settings.patience());
  }

  void go() {
    told.println("go");
  }

  /** Reads on until it says a line that begins so. */
  void hear(String beginning) throws IOException {
    List<String> heard = new ArrayList<>();
    if (!says(beginning, heard)) {
      throw new IOException("expected " + beginning + ", found " + heard);
    }
  }

  /** Reads on until it says a line that begins so; false where it ended without. */
  boolean says(String beginning) throws IOException {
    return says(beginning, new ArrayList<>());
  }

  private boolean says(String beginning, List<String> heard) throws IOException {
    String line = says.readLine();
    while (line != null && !line.startsWith(beginning)) {
      heard.add(line);
      line = says.readLine();
    }
    return line != null;
  }

  /** What it says to its end, without how far it comes on the way. */
  List<String> outcomes() {
    return says.lines().filter(line -> !line.startsWith("at ")).toList();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
