package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;

/** Small files for the tests of this package, read to the end or to their refusal. */
record CsvFiles(Path folder) {
  static final HeaderPlace FIRST_ROW = new HeaderPlace.Rows(1, 1);
  static final Dialect UTF8 = dialect(StandardCharsets.UTF_8);

  static Dialect dialect(Charset encoding) {
    return Dialect.of(encoding, ',', FIRST_ROW);
  }

  static Dialect with(HeaderPlace header) {
    return Dialect.of(StandardCharsets.UTF_8, ',', header);
  }

  static Dialect limitedTo(int maxRecordChars) {
    return new Dialect(
        StandardCharsets.UTF_8, ',', '"', Dialect.NONE, Set.of(), FIRST_ROW, maxRecordChars);
  }

  /** What a whole file reads as. */
  record Table(List<String> header, List<RawRow> preamble, List<RawRow> rows) {
    List<List<String>> cells() {
      return rows.stream().map(RawRow::cells).toList();
    }
  }

  Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("f.csv"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String text) {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  Table read(String text) throws Exception {
    return read(file(text), UTF8);
  }

  static Table read(Path file, Dialect dialect) throws IOException, RefusedFile {
    try (CsvTable table = CsvTable.open(file, dialect)) {
      List<RawRow> rows = new ArrayList<>();
      Optional<RawRow> row = table.next();
      while (row.isPresent()) {
        rows.add(row.get());
        row = table.next();
      }
      return new Table(table.header(), table.preamble(), rows);
    }
  }

  static void refuses(Path file, Dialect dialect, Issue issue) {
    assertThatThrownBy(() -> read(file, dialect))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedFile.class))
        .extracting(RefusedFile::issue)
        .isEqualTo(issue);
  }
}
