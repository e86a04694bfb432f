package org.avance.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, by system property; {@code docs/benchmark.md} lists them.
 *
 * @param checkout the built project
 * @param work where files and warehouse are made; emptied before
 * @param rows observations of the main case; all other sizes follow from it
 * @param rounds how often the main cases are run
 * @param cases which cases, by name, in the order in which they run
 * @param page where the page of results is written; none where empty
 */
record Settings(Path checkout, Path work, long rows, int rounds, List<String> cases, String page) {
  static final long SEED = 20260331;
  private static final int WIDE_A_MILLION = 139_000;
  private static final int FILES_A_MILLION = 500;

  static Settings ofSystem() {
    Path checkout = Path.of(System.getProperty("bench.checkout", "")).toAbsolutePath();
    String cases = System.getProperty("bench.cases", "");
    return new Settings(
        checkout,
        checkout.resolve("target").resolve("bench"),
        Long.getLong("bench.rows", 1_000_000) / 100 * 100,
        Integer.getInteger("bench.rounds", 3),
        cases.isBlank() ? Bench.CASES : Arrays.asList(cases.strip().split(" *, *")),
        System.getProperty("bench.page", ""));
  }

  Draw draw() {
    return new Draw(SEED);
  }

  boolean has(String name) {
    return cases.contains(name);
  }

  /** Records of the wide file. */
  long wideRows() {
    return Math.max(100, rows * WIDE_A_MILLION / 1_000_000);
  }

  /** How many small files. */
  int files() {
    return (int) Math.max(10, rows * FILES_A_MILLION / 1_000_000);
  }
}
