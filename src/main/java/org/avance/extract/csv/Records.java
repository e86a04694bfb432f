package org.avance.extract.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.avance.extract.RawRow;
import org.avance.issue.RefusedFile;
import org.jspecify.annotations.Nullable;

/** The records of a file from its top, header or not, numbered from 1. */
final class Records implements Closeable {
  private final Dialect dialect;
  private final RecordedText text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> tokenised;
  private long number;

  Records(Reader decoded, Dialect dialect) throws IOException {
    this.dialect = dialect;
    this.text = new RecordedText(decoded, dialect);
    this.parser = CSVParser.builder().setReader(text).setFormat(format(dialect)).get();
    this.tokenised = parser.iterator();
  }

  static Records open(Bytes bytes, Dialect dialect) throws IOException {
    InputStream in = bytes.open();
    try {
      return new Records(new DecodedText(in, dialect.encoding()), dialect);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static CSVFormat format(Dialect dialect) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(dialect.delimiter())
        .setQuote(orNone(dialect.quoteChar()))
        .setCommentMarker(orNone(dialect.commentChar()))
        .setIgnoreEmptyLines(false)
        .get();
  }

  private static @Nullable Character orNone(char c) {
    return c == Dialect.NONE ? null : c;
  }

  /** The next record that is no comment; empty at the end. */
  Optional<RawRow> next() throws IOException, RefusedFile {
    while (hasNext()) {
      CSVRecord record = tokenised.next();
      number++;
      text.dropComments();
      long firstLine = text.line();
      String raw = text.takeThrough(parser.getCurrentLineNumber());
      if (raw.length() > dialect.maxRecordChars()) {
        throw BrokenRecord.tooLong(raw, firstLine, dialect);
      }
      if (dialect.commentRows().isEmpty() || !dialect.commentRows().contains((int) number)) {
        return Optional.of(new RawRow(number, firstLine, text.line() - 1, record.toList(), raw));
      }
    }
    return Optional.empty();
  }

  private boolean hasNext() throws IOException, RefusedFile {
    try {
      return tokenised.hasNext();
    } catch (UncheckedIOException e) {
      throw causeOf(e);
    }
  }

  private IOException causeOf(UncheckedIOException e) throws RefusedFile {
    IOException cause = Objects.requireNonNull(e.getCause());
    if (cause instanceof Refusal refusal) {
      throw refusal.refused();
    }
    if (cause instanceof CSVException) {
      text.dropComments();
      throw BrokenRecord.badQuote(text.rest(), text.line(), dialect);
    }
    return cause;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
