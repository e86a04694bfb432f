package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.avance.extract.RawRow;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.issue.Severity;
import org.avance.model.RecordFate;

/**
 * Any bytes as a file of a feed, for a fuzzer and for {@link FeedFuzzTest}: refused by an issue of
 * ours, or every row has one fate, and the issues and facts that belong to it.
 */
public final class FeedFuzz {
  private static final String DESCRIPTOR =
      """
      feed: x
      title: T
      agency: A
      files: '*.csv'
      kind: coverage
      missingValues: {ND: NOT_AVAILABLE, "-": NOT_APPLICABLE}
      key: Folio
      filter: [{column: Clave, matching: '.*\\d.*'}]
      totals: {when: {column: Clave, equals: Total 1}}
      record:
        agency: {column: Clave, pattern: '(?<agency>\\d{1,2})-.*', pad: 2}
        programme: {column: Clave, pattern: '\\d{1,2}-(?<programme>.+)'}
        geography: {column: Lugar, valueMap: {Nacional: MX}}
        year: Año
        unit: Unidad
        definition: Nota
        asOf: {year: Año, month: Mes}
      facts:
        - {population: {constant: target}, value: Meta}
        - population: {constant: served}
          value: Atendida
          when: {column: Unidad, matching: '[A-Z].*'}
      """;

  private static final Path FOLDER = folder();
  private static final Path FILE = FOLDER.resolve("x.csv");
  private static final Feed FEED = new FeedFixture(FOLDER).catalogue(DESCRIPTOR).feeds().get(0);

  private FeedFuzz() {}

  private static Path folder() {
    try {
      return Files.createDirectories(Path.of("target", "feed-fuzz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jazzer calls this. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Files.write(FILE, input);
    try (OpenFile open = FEED.open(FILE, "x_2020.csv")) {
      Optional<RawRow> row = open.next();
      while (row.isPresent()) {
        check(row.get(), open.map(row.get()));
        row = open.next();
      }
    } catch (RefusedFile refused) {
      assertThat(refused.issue().severity()).isEqualTo(Severity.ERROR);
      assertThat(refused.issue().message()).isNotBlank();
    }
  }

  private static void check(RawRow row, MappedRecord record) {
    boolean faulty = record.issues().stream().anyMatch(i -> i.severity() == Severity.ERROR);
    assertThat(record.row()).isSameAs(row);
    assertThat(record.fate() == RecordFate.QUARANTINED).isEqualTo(faulty);
    assertThat(record.fate() == RecordFate.STAGED).isEqualTo(!record.facts().isEmpty());
    assertThat(record.fate() == RecordFate.BLANK).isEqualTo(row.isBlank());
    assertThat(record.issues()).allMatch(issue -> isOf(issue, row));
    assertThat(record.facts()).allMatch(fact -> fact.year() >= 1900 && fact.year() <= 2100);
    assertThat(record.cells()).allMatch(cell -> Set.of("Meta", "Atendida").contains(cell.column()));
  }

  private static boolean isOf(Issue issue, RawRow row) {
    return issue.where().line() == row.firstLine() && !issue.message().isBlank();
  }
}
