package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.avance.bench.IndicatorFile.Expected;
import org.avance.bench.IndicatorFile.Figures;
import org.avance.bench.LoadCheck.Effect;

/** A series of indicators: the first load into an empty warehouse, and the floor beside it. */
final class IndicatorCase {
  /** The lines of the table, each after the number of observations. */
  static final String FIRST = "first load";

  static final String FLOOR = "floor: LOAD DATA";

  private static final String TABLE = "fct_indicator_value";

  private final Workbench bench;
  private final IndicatorFile file;
  private final Path folder;
  private final Path first;
  private final Expected expected;

  IndicatorCase(Workbench bench, long observations) throws IOException {
    this.bench = bench;
    this.file = new IndicatorFile(observations, bench.settings().draw());
    this.folder = bench.folder("indicators-" + observations);
    this.first = folder.resolve("serie.csv");
    this.expected = file.write(first, Figures.FIRST, Lines.Form.PLAIN);
  }

  /** The name of a line of the table. */
  static String line(long observations, String what) {
    return String.format(Locale.ROOT, "%,d observations, %s", observations, what);
  }

  String line(String what) {
    return line(file.observations(), what);
  }

  /** Writes other forms of the file. */
  IndicatorFile file() {
    return file;
  }

  /** Where another form of the file belongs. */
  Path beside(String name) {
    return folder.resolve(name);
  }

  /** What the first load must count. */
  Expected expected() {
    return expected;
  }

  /** Leaves the warehouse with the first load published and a full copy beside it. */
  void round() throws Exception {
    bench.emptyWarehouse();
    load(FIRST, first, expected, new Effect(expected.staged(), 0));
    mustHaveVersions(expected.staged());
    Path ready = beside("ready.txt");
    ReadyRows.write(bench.warehouse(), ready);
    copy(FLOOR, () -> Floor.load(bench.warehouse(), ready));
    Files.delete(ready);
  }

  /** Loads a form of the file and looks whether all was counted and published as it must be. */
  void load(String what, Path form, Expected counts, Effect effect) throws Exception {
    Path inbox = bench.inbox(form, "bench-indicators/" + form.getFileName());
    Client client =
        bench.measure(line(what), counts.staged(), () -> bench.product().load("load", inbox));
    LoadCheck.mustBe(client, counts, effect);
  }

  void mustHaveVersions(long versions) throws Exception {
    WrongResult.unlessEqual("versions in " + TABLE, versions, bench.versions(TABLE));
  }

  /** Fills an empty copy of the table and looks whether it then holds what is published. */
  Client copy(String what, Callable<Client> act) throws Exception {
    CopyTable.create(bench.warehouse());
    Client client = bench.measure(line(what), expected.staged(), act);
    CopyTable.mustBeFull(bench.warehouse());
    return client;
  }
}
