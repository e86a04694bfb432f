package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the cases asked for and prints one table; ends with exit code 1 when a case is wrong. */
public final class Bench {
  static final List<String> CASES = List.of("indicators", "usual", "spark");

  private Bench() {}

  /** Everything is said by system property, see {@link Settings}. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.ofSystem();
    Product.delete(settings.work());
    Product product =
        new Product(
            settings.checkout(),
            settings.work().resolve("home"),
            jobs(settings),
            settings.work().resolve("log"));
    Warehouse warehouse = product.start();
    try {
      Board board = new Board();
      run(new Workbench(settings, product, warehouse, board));
    } finally {
      product.stop();
    }
  }

  private static void run(Workbench bench) throws Exception {
    IndicatorCase indicators = new IndicatorCase(bench, bench.settings().rows());
    for (int round = 1; round <= bench.settings().rounds(); round++) {
      System.out.printf("round %d%n", round);
      indicators.round();
    }
  }

  /** The benchmark's descriptors beside all that ships. */
  private static Path jobs(Settings settings) throws IOException {
    Path jobs = settings.work().resolve("jobs");
    copy(settings.checkout().resolve("src/bench/jobs"), jobs);
    copy(settings.checkout().resolve("jobs"), jobs);
    copy(settings.checkout().resolve("jobs/rules"), jobs.resolve("rules"));
    return jobs;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
