package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * The first load of one file of another form than {@link IndicatorCase}'s, into an empty warehouse.
 *
 * @param line its line of the table
 * @param place where the file lies below the inbox
 * @param table where its facts go
 * @param factsARecord how many facts a good record yields
 */
record TableCase(Workbench bench, String line, String place, String table, int factsARecord) {
  /** Writes the file and answers how many of its records are good. */
  @FunctionalInterface
  interface Writer {
    long write(Path file) throws IOException;
  }

  static String coverageLine(long records) {
    return String.format(
        Locale.ROOT, "coverage: %,d records of %d populations", records, CoverageFile.POPULATIONS);
  }

  static String nationalLine(long records) {
    return String.format(Locale.ROOT, "wide file: %,d records of 259 columns", records);
  }

  static void runCoverage(Workbench bench, long records) throws Exception {
    new TableCase(
            bench,
            coverageLine(records),
            "bench-coverage/poblaciones.csv",
            "fct_coverage",
            CoverageFile.POPULATIONS)
        .run(records, file -> new CoverageFile(records, bench.settings().draw()).write(file));
  }

  static void runNational(Workbench bench, long records) throws Exception {
    new TableCase(
            bench,
            nationalLine(records),
            "bench-national/indicadores.csv",
            "fct_indicator_value",
            NationalFile.MONTHS.size())
        .run(records, file -> new NationalFile(records, bench.settings().draw()).write(file));
  }

  private void run(long records, Writer writer) throws Exception {
    bench.emptyWarehouse();
    Path inbox = bench.folder("inbox");
    long good = writer.write(inbox.resolve(place));
    Client client =
        bench.measure(line, good * factsARecord, () -> bench.product().load("load", inbox));
    JsonNode counts = LoadCheck.countsOfOnlyLoad(client);
    LoadCheck.mustCount(counts, "read", records);
    LoadCheck.mustCount(counts, "staged", good);
    LoadCheck.mustCount(counts, "quarantined", records - good);
    WrongResult.unlessEqual("versions in " + table, good * factsARecord, bench.versions(table));
  }
}
