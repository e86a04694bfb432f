package org.avance.bench;

import java.util.ArrayList;
import java.util.List;
import org.avance.bench.Target.Sense;

/** What the product is to reach, as far as it was measured. */
record Targets(Board board, Settings settings) {
  List<Target> list() {
    List<Target> targets = new ArrayList<>();
    addRatio(targets, IndicatorCase.FIRST, IndicatorCase.FLOOR, 0.5, 0.8);
    addRatio(targets, IndicatorCase.FIRST, PeerCase.USUAL, 4, 6);
    addRatio(targets, IndicatorCase.FIRST, PeerCase.SPARK, 1.0, 1.5);
    addRatio(targets, ReloadCase.UNCHANGED, IndicatorCase.FIRST, 1.3, 1.3);
    addRatio(targets, ReloadCase.RESTATED, IndicatorCase.FIRST, 1.2, 1.2);
    addGrowth(targets);
    addFiles(targets, 1);
    addFiles(targets, SmallFilesCase.FEEDS);
    addSeconds(targets, StartCase.NOTHING_NEW, 3);
    addSeconds(targets, StartCase.COLD, 15);
    addSeconds(targets, StartCase.WARM, 6);
    return List.copyOf(targets);
  }

  private void addRatio(List<Target> targets, String of, String to, double least, double aim) {
    String line = IndicatorCase.line(settings.rows(), of);
    String other = IndicatorCase.line(settings.rows(), to);
    if (board.has(line) && board.has(other)) {
      String what = line + ", of the rows/s of " + to;
      targets.add(new Target(what, board.ratio(line, other), Sense.AT_LEAST, least, aim, " ×"));
    }
  }

  private void addGrowth(List<Target> targets) {
    String large = IndicatorCase.line(settings.largeRows(), IndicatorCase.FIRST);
    String main = IndicatorCase.line(settings.rows(), IndicatorCase.FIRST);
    if (board.has(large) && board.has(main)) {
      double times = board.median(large, Measured::seconds) / board.median(main, Measured::seconds);
      String what = large + ", of the time of a tenth of it";
      targets.add(new Target(what, times, Sense.AT_MOST, 11, 11, " ×"));
    }
  }

  private void addFiles(List<Target> targets, int feeds) {
    String line = SmallFilesCase.line(settings.files(), feeds);
    if (board.has(line)) {
      double rate = board.median(line, Measured::rowsASecond);
      targets.add(new Target(line, rate, Sense.AT_LEAST, 15, 25, " files/s"));
    }
  }

  private void addSeconds(List<Target> targets, String line, double most) {
    if (board.has(line)) {
      double seconds = board.median(line, Measured::seconds);
      targets.add(new Target(line, seconds, Sense.AT_MOST, most, most, " s"));
    }
  }
}
