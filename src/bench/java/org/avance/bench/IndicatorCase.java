package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.avance.bench.IndicatorFile.Expected;
import org.avance.bench.IndicatorFile.Figures;
import org.avance.bench.IndicatorFile.Repeated;
import org.avance.bench.LoadCheck.Effect;

/**
 * A series of indicators: the first load into an empty warehouse, the floor and the peers into a
 * copy beside it, then the same file as other bytes, then a restatement.
 */
final class IndicatorCase {
  /** The lines of the table, each after the number of observations. */
  static final String FIRST = "first load";

  static final String FLOOR = "floor: LOAD DATA";
  static final String UNCHANGED = "unchanged reload";
  static final String RESTATED = "restatement of 5 %";

  static final String USUAL = "usual Spring Batch job";
  static final String REWRITTEN = "the same, batches rewritten";
  static final String SPARK = "Spark local[2], session ready";
  static final String SPARK_WITH_START = "Spark local[2], with its start";

  private final Workbench bench;
  private final long observations;
  private final Path first;
  private final Path unchanged;
  private final Path restated;
  private final Path forPeers;
  private final Path ready;
  private final Expected expected;
  private final Expected expectedOfRestated;

  IndicatorCase(Workbench bench, long observations) throws IOException {
    this.bench = bench;
    this.observations = observations;
    Path files = bench.folder("indicators-" + observations);
    this.first = files.resolve("serie.csv");
    this.unchanged = files.resolve("serie-guardada.csv");
    this.restated = files.resolve("serie-corregida.csv");
    this.forPeers = files.resolve("serie-sin-repetidos.csv");
    this.ready = files.resolve("ready.txt");
    IndicatorFile file = new IndicatorFile(observations, bench.settings().draw());
    this.expected = file.write(first, Figures.FIRST, Lines.Form.PLAIN);
    file.write(unchanged, Figures.FIRST, Lines.Form.SAVED_AGAIN);
    file.write(forPeers, Figures.FIRST, Lines.Form.PLAIN, Repeated.WITHOUT);
    this.expectedOfRestated = file.write(restated, Figures.RESTATED, Lines.Form.PLAIN);
  }

  /** The name of a line of the table. */
  static String line(long observations, String what) {
    return String.format(Locale.ROOT, "%,d observations, %s", observations, what);
  }

  /** One round of all. */
  void round() throws Exception {
    shortRound();
    peers();
    CopyTable.drop(bench.warehouse());
    load(UNCHANGED, unchanged, expected, new Effect(0, 0));
    mustHaveVersions(expected.staged());
    load(RESTATED, restated, expectedOfRestated, new Effect(0, expectedOfRestated.changed()));
    mustHaveVersions(expected.staged() + expectedOfRestated.changed());
  }

  /** The first load and the floor alone. */
  void shortRound() throws Exception {
    bench.emptyWarehouse();
    load(FIRST, first, expected, new Effect(expected.staged(), 0));
    mustHaveVersions(expected.staged());
    ReadyRows.write(bench.warehouse(), ready);
    copy(FLOOR, () -> Floor.load(bench.warehouse(), ready));
    Files.delete(ready);
  }

  private void peers() throws Exception {
    Peers peers = new Peers(bench, forPeers);
    if (bench.settings().has("usual")) {
      copy(USUAL, () -> peers.usual(Peers.AS_IT_COMES));
      copy(REWRITTEN, () -> peers.usual(Peers.REWRITTEN));
    }
    if (bench.settings().has("spark") && Peers.hasSpark(bench)) {
      Client spark = copy(SPARK_WITH_START, peers::spark);
      double ready = Double.parseDouble(spark.output().strip());
      bench
          .board()
          .addAgain(line(observations, SPARK_WITH_START), line(observations, SPARK), ready);
    }
  }

  private void load(String what, Path file, Expected counts, Effect effect) throws Exception {
    Path inbox = bench.inbox(file, "bench-indicators/" + file.getFileName());
    Client client =
        bench.measure(
            line(observations, what), counts.staged(), () -> bench.product().load("load", inbox));
    LoadCheck.mustBe(client, counts, effect);
  }

  private void mustHaveVersions(long versions) throws Exception {
    WrongResult.unlessEqual(
        "versions in fct_indicator_value", versions, bench.versions("fct_indicator_value"));
  }

  private Client copy(String what, Callable<Client> act) throws Exception {
    CopyTable.create(bench.warehouse());
    Client client = bench.measure(line(observations, what), expected.staged(), act);
    CopyTable.mustBeFull(bench.warehouse());
    return client;
  }
}
