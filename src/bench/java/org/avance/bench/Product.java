package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built product, started by its launcher as users start it.
 *
 * @param home where it keeps its warehouse
 * @param jobs its descriptors
 */
record Product(Path checkout, Path home, Path jobs, Path logs) {
  /** The same build with nothing but the descriptors that ship, in any home. */
  Product withShippedJobs(Path otherHome) {
    return new Product(checkout, otherHome, checkout.resolve("jobs"), logs);
  }

  /** Runs a verb, which must end well. */
  Client run(String name, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("avance").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("--home", home.toString(), "--jobs", jobs.toString(), "--json"));
    return Client.mustRun(logs, name, command);
  }

  /** Loads what is new below the inbox. */
  Client load(String name, Path inbox) throws IOException, InterruptedException {
    Files.createDirectories(inbox);
    wake();
    return run(name, "run", "--inbox", inbox.toString());
  }

  /**
   * Starts it for nothing. Builds it where it is not built; and a machine that takes memory back
   * from what lies idle has the JVM's own files in it again before anything is measured.
   */
  private void wake() throws IOException, InterruptedException {
    Client.mustRun(logs, "wake", List.of(checkout.resolve("avance").toString(), "--version"));
  }

  /** Starts its server and keeps that up. */
  Warehouse start() throws IOException, InterruptedException {
    wake();
    String status = run("start", "db", "start").output();
    return Warehouse.in(home, read(status).get("jdbcUrl").stringValue());
  }

  /** Stops the server of a benchmark that was broken off. */
  void stopLeftOver() throws IOException, InterruptedException {
    if (Files.exists(home.resolve("mariadb"))) {
      stop();
    }
  }

  void stop() throws IOException, InterruptedException {
    run("stop", "db", "stop");
  }

  /** Forgets the files received. */
  void forgetArchive() throws IOException {
    delete(home.resolve("archive"));
  }

  static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  /** Deletes a folder with all it holds, if there is one. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
