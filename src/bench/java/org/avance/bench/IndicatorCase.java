package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.bench.IndicatorFile.Expected;
import org.avance.bench.IndicatorFile.Figures;
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

  private final Workbench bench;
  private final long observations;
  private final Path first;
  private final Path unchanged;
  private final Path restated;
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
    this.ready = files.resolve("ready.txt");
    IndicatorFile file = new IndicatorFile(observations, bench.settings().draw());
    this.expected = file.write(first, Figures.FIRST, Lines.Form.PLAIN);
    file.write(unchanged, Figures.FIRST, Lines.Form.SAVED_AGAIN);
    this.expectedOfRestated = file.write(restated, Figures.RESTATED, Lines.Form.PLAIN);
  }

  /** The name of a line of the table. */
  static String line(long observations, String what) {
    return "%,d observations, %s".formatted(observations, what);
  }

  /** One round of all. */
  void round() throws Exception {
    firstLoad();
    floor();
    CopyTable.drop(bench.warehouse());
    load(UNCHANGED, unchanged, expected, new Effect(0, 0));
    mustHaveVersions(expected.staged());
    load(RESTATED, restated, expectedOfRestated, new Effect(0, expectedOfRestated.changed()));
    mustHaveVersions(expected.staged() + expectedOfRestated.changed());
  }

  /** The first load and the floor alone. */
  void shortRound() throws Exception {
    firstLoad();
    floor();
  }

  private void firstLoad() throws Exception {
    bench.emptyWarehouse();
    load(FIRST, first, expected, new Effect(expected.staged(), 0));
    mustHaveVersions(expected.staged());
  }

  private void load(String what, Path file, Expected counts, Effect effect) throws Exception {
    Path inbox = bench.inbox(file, "indicators/" + file.getFileName());
    Client client =
        bench.measure(
            line(observations, what), counts.staged(), () -> bench.product().load("load", inbox));
    LoadCheck.mustBe(client, counts, effect);
  }

  private void mustHaveVersions(long versions) throws Exception {
    WrongResult.unlessEqual(
        "versions in fct_indicator_value", versions, bench.versions("fct_indicator_value"));
  }

  /** Keys are the same in every round, since each begins with an empty warehouse. */
  private void floor() throws Exception {
    String published = CopyTable.publishedSum(bench.warehouse());
    ReadyRows.write(bench.warehouse(), ready);
    CopyTable.create(bench.warehouse());
    bench.measure(
        line(observations, FLOOR), expected.staged(), () -> Floor.load(bench.warehouse(), ready));
    CopyTable.mustEqual(bench.warehouse(), published);
  }
}
