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
  private static final int COVERAGE_A_MILLION = 200_000;
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

  long smallRows() {
    return rows / 10;
  }

  long largeRows() {
    return rows * 10;
  }

  long coverageRecords() {
    return of(COVERAGE_A_MILLION);
  }

  long wideRecords() {
    return of(WIDE_A_MILLION);
  }

  /** How many small files. */
  int files() {
    return (int) of(FILES_A_MILLION);
  }

  private long of(int aMillion) {
    return Math.max(10, rows * aMillion / 1_000_000);
  }
}
