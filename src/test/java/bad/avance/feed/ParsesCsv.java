package bad.avance.feed;

import org.apache.commons.csv.CSVFormat;

/** A file format outside extract. */
public record ParsesCsv(CSVFormat format) {}
