package org.avance.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** All that was measured, line by line and round by round. */
final class Board {
  private final List<Measured> all = new ArrayList<>();

  void add(Measured measured) {
    all.add(measured);
    String rows =
        measured.rows() > 1
            ? String.format(
                Locale.ROOT, ", %,d rows, %,.1f a second", measured.rows(), measured.rowsASecond())
            : "";
    System.out.printf(Locale.ROOT, "%s: %.1f s%s%n", measured.line(), measured.seconds(), rows);
  }

  /** The last run of a line once more, as another line that took less of the time. */
  void addAgain(String line, String as, double seconds) {
    List<Measured> runs = of(line);
    Measured last = runs.get(runs.size() - 1);
    add(new Measured(as, last.rows(), seconds, last.client(), last.server()));
  }

  List<String> lines() {
    return List.copyOf(new LinkedHashSet<>(all.stream().map(Measured::line).toList()));
  }

  boolean has(String line) {
    return all.stream().anyMatch(one -> one.line().equals(line));
  }

  /** One for each round, in their order. */
  List<Measured> of(String line) {
    return all.stream().filter(one -> one.line().equals(line)).toList();
  }

  double median(String line, ToDoubleFunction<Measured> figure) {
    return median(of(line).stream().mapToDouble(figure).toArray());
  }

  /** Of the ratios within each round: rounds differ more than what runs beside each other. */
  double ratio(String line, String to) {
    List<Measured> these = of(line);
    List<Measured> those = of(to);
    double[] ratios = new double[Math.min(these.size(), those.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = these.get(i).rowsASecond() / those.get(i).rowsASecond();
    }
    return median(ratios);
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
