package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the cases asked for and prints one table; ends with exit code 1 when a case is wrong. */
public final class Bench {
  static final List<String> CASES =
      List.of(
          "indicators", "usual", "spark", "small", "large", "coverage", "wide", "files", "start");

  private Bench() {}

  /** Everything is said by system property, see {@link Settings}. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.ofSystem();
    Product product = product(settings);
    product.stopLeftOver();
    Product.delete(settings.work());
    layOutJobs(settings, product.jobs());
    Warehouse warehouse = product.start();
    try {
      Board board = new Board();
      run(new Workbench(settings, product, warehouse, board));
      Page page = new Page(board, settings, Machine.here(warehouse));
      System.out.printf("%n%s", page.forConsole());
      if (!settings.page().isEmpty()) {
        page.writeInto(settings.checkout().resolve(settings.page()));
      }
    } finally {
      product.stop();
    }
  }

  private static void run(Workbench bench) throws Exception {
    Settings settings = bench.settings();
    if (settings.has("indicators")) {
      runIndicators(bench);
    }
    if (settings.has("small")) {
      inRounds(settings, new IndicatorCase(bench, settings.smallRows())::round);
    }
    if (settings.has("start")) {
      inRounds(settings, () -> StartCase.round(bench));
    }
    if (settings.has("files")) {
      inRounds(
          settings,
          () -> {
            SmallFilesCase.run(bench, settings.files(), 1);
            SmallFilesCase.run(bench, settings.files(), SmallFilesCase.FEEDS);
          });
    }
    if (settings.has("coverage")) {
      inRounds(settings, () -> TableCase.runCoverage(bench, settings.coverageRecords()));
    }
    if (settings.has("wide")) {
      TableCase.runNational(bench, settings.wideRecords());
    }
    if (settings.has("large")) {
      new IndicatorCase(bench, settings.largeRows()).round();
    }
  }

  private static void runIndicators(Workbench bench) throws Exception {
    IndicatorCase indicators = new IndicatorCase(bench, bench.settings().rows());
    PeerCase peers = new PeerCase(bench, indicators);
    ReloadCase reloads = new ReloadCase(bench, indicators);
    inRounds(
        bench.settings(),
        () -> {
          indicators.round();
          peers.round();
          reloads.round();
        });
  }

  private interface Round {
    void run() throws Exception;
  }

  private static void inRounds(Settings settings, Round round) throws Exception {
    for (int i = 1; i <= settings.rounds(); i++) {
      System.out.printf("round %d%n", i);
      round.run();
    }
  }

  private static Product product(Settings settings) {
    Path work = settings.work();
    return new Product(
        settings.checkout(), work.resolve("home"), work.resolve("jobs"), work.resolve("log"));
  }

  /** The benchmark's descriptors beside all that ships. */
  private static void layOutJobs(Settings settings, Path jobs) throws IOException {
    copy(settings.checkout().resolve("src/bench/jobs"), jobs);
    copy(settings.checkout().resolve("jobs"), jobs);
    copy(settings.checkout().resolve("jobs/rules"), jobs.resolve("rules"));
    Path small = jobs.resolve("bench-small.yaml");
    String text = Files.readString(small);
    for (int i = 1; i <= SmallFilesCase.FEEDS; i++) {
      String feed = "bench-small-" + i;
      Files.writeString(jobs.resolve(feed + ".yaml"), text.replace("bench-small", feed));
    }
    Files.delete(small);
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
