package org.avance.bench;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Many small files at once: twenty observations each, every file an edition of its own. */
final class SmallFilesCase {
  static final int FEEDS = 5;
  private static final int OBSERVATIONS = 20;

  private SmallFilesCase() {}

  static String line(int files, int feeds) {
    return "%d small files of %s".formatted(files, feeds == 1 ? "one feed" : feeds + " feeds");
  }

  /** The files are shared out among the feeds {@code bench-small-1}, {@code bench-small-2} … */
  static void run(Workbench bench, int files, int feeds) throws Exception {
    bench.emptyWarehouse();
    Path inbox = bench.folder("inbox");
    IndicatorFile all = new IndicatorFile((long) files * OBSERVATIONS, bench.settings().draw());
    long good = 0;
    for (int i = 0; i < files; i++) {
      Path file = inbox.resolve("bench-small-%d/informe_2024-%03d.csv".formatted(1 + i % feeds, i));
      good += all.writePart(file, (long) i * OBSERVATIONS, (i + 1L) * OBSERVATIONS);
    }
    Client client =
        bench.measure(line(files, feeds), files, () -> bench.product().load("load", inbox));
    JsonNode loads = Product.read(client.output()).get("loads");
    WrongResult.unlessEqual("loads", files, loads.size());
    loads.forEach(LoadCheck::mustBePublished);
    WrongResult.unlessEqual(
        "versions in fct_indicator_value", good, bench.versions("fct_indicator_value"));
  }
}
