package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.bench.IndicatorFile.Expected;
import org.avance.bench.IndicatorFile.Figures;
import org.avance.bench.LoadCheck.Effect;

/** The series once more after its first load: as other bytes, then with some figures restated. */
final class ReloadCase {
  static final String UNCHANGED = "unchanged reload";
  static final String RESTATED = "restatement of 5 %";

  private final Workbench bench;
  private final IndicatorCase indicators;
  private final Path unchanged;
  private final Path restated;
  private final Expected expected;

  ReloadCase(Workbench bench, IndicatorCase indicators) throws IOException {
    this.bench = bench;
    this.indicators = indicators;
    this.unchanged = indicators.beside("serie-guardada.csv");
    this.restated = indicators.beside("serie-corregida.csv");
    indicators.file().write(unchanged, Figures.FIRST, Lines.Form.SAVED_AGAIN);
    this.expected = indicators.file().write(restated, Figures.RESTATED, Lines.Form.PLAIN);
  }

  /** No new version for what is unchanged, just one for each changed figure. */
  void round() throws Exception {
    CopyTable.drop(bench.warehouse());
    long facts = indicators.expected().staged();
    indicators.load(UNCHANGED, unchanged, indicators.expected(), new Effect(0, 0));
    indicators.mustHaveVersions(facts);
    indicators.load(RESTATED, restated, expected, new Effect(0, expected.changed()));
    indicators.mustHaveVersions(facts + expected.changed());
  }
}
