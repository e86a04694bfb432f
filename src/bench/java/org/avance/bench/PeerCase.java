package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.bench.IndicatorFile.Figures;
import org.avance.bench.IndicatorFile.Repeated;

/** The same series by other programs, each into an empty copy beside what is published. */
final class PeerCase {
  static final String USUAL = "usual Spring Batch job";
  static final String REWRITTEN = "the same, batches rewritten";
  static final String SPARK = "Spark local[2], session ready";
  static final String SPARK_WITH_START = "Spark local[2], with its start";

  private final Workbench bench;
  private final IndicatorCase indicators;
  private final Peers peers;
  private final boolean withSpark;

  PeerCase(Workbench bench, IndicatorCase indicators) throws IOException, InterruptedException {
    this.bench = bench;
    this.indicators = indicators;
    Path file = indicators.beside("serie-sin-repetidos.csv");
    indicators.file().write(file, Figures.FIRST, Lines.Form.PLAIN, Repeated.WITHOUT);
    this.peers = new Peers(bench, file);
    this.withSpark = bench.settings().has("spark") && peers.buildSpark();
  }

  void round() throws Exception {
    if (bench.settings().has("usual")) {
      indicators.copy(USUAL, () -> peers.usual(Peers.AS_IT_COMES));
      indicators.copy(REWRITTEN, () -> peers.usual(Peers.REWRITTEN));
    }
    if (withSpark) {
      Client spark = indicators.copy(SPARK_WITH_START, peers::spark);
      double seconds = Double.parseDouble(spark.output().strip());
      bench.board().addAgain(indicators.line(SPARK_WITH_START), indicators.line(SPARK), seconds);
    }
  }
}
