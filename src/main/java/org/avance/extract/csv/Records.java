package org.avance.extract.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.issue.RefusedFile;

/**
 * The records of a file from its top, header or not, numbered from 1:
 *
 * <ul>
 *   <li>a line ends with LF, CR or both, and a record with a line that ends outside of quotes;
 *   <li>a quote opens a cell only as its first character; elsewhere it is plain text;
 *   <li>behind the quote that closes a cell nothing but white space may stand;
 *   <li>an empty line is a record of one empty cell.
 * </ul>
 */
final class Records implements Closeable {
  private final Dialect dialect;
  private final RecordedText text;
  private final String quote;
  private long number;
  private long endsWithin;
  private List<String> above = List.of();

  Records(Reader decoded, Dialect dialect) {
    this.dialect = dialect;
    this.text = new RecordedText(decoded, dialect);
    this.quote = String.valueOf(dialect.quoteChar());
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

  /** The next record that is no comment; empty at the end. */
  Optional<RawRow> next() throws IOException, RefusedFile {
    try {
      while (skipComments()) {
        RawRow row = row();
        if (dialect.commentRows().isEmpty() || !dialect.commentRows().contains((int) number)) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (Refusal e) {
      throw e.refused();
    }
  }

  /** False where no record follows. */
  private boolean skipComments() throws IOException {
    while (isNext(dialect.commentChar())) {
      text.skipTo('\n');
      text.take(0);
    }
    return text.peek() != RecordedText.END;
  }

  private boolean isNext(char special) throws IOException {
    return text.peek() == special && special != Dialect.NONE;
  }

  private RawRow row() throws IOException, RefusedFile {
    number++;
    long firstLine = text.line();
    List<String> cells = cells();
    String raw = text.take(endsWithin);
    if (raw.length() > dialect.maxRecordChars()) {
      throw BrokenRecord.tooLong(raw, firstLine, dialect);
    }
    return new RawRow(number, firstLine, text.line() - 1, cells, raw);
  }

  private List<String> cells() throws IOException, RefusedFile {
    List<String> cells = new ArrayList<>(above.size());
    endsWithin = 0;
    cells.add(cell(above(0)));
    while (text.peek() == dialect.delimiter()) {
      text.skip();
      cells.add(cell(above(cells.size())));
    }
    above = cells;
    return cells;
  }

  /** The cell of the record before in the same place. */
  private String above(int place) {
    return place < above.size() ? above.get(place) : "";
  }

  private String cell(String above) throws IOException, RefusedFile {
    if (isNext(dialect.quoteChar())) {
      return quotedCell(above);
    }
    int from = text.position();
    text.skipTo(dialect.delimiter());
    return text.text(from, text.position(), above);
  }

  private String quotedCell(String above) throws IOException, RefusedFile {
    text.skip();
    int from = text.position();
    boolean doubled = false;
    boolean closed = text.skipBehind(dialect.quoteChar());
    while (closed && text.peek() == dialect.quoteChar()) {
      doubled = true;
      text.skip();
      closed = text.skipBehind(dialect.quoteChar());
    }
    if (!closed) {
      throw BrokenRecord.badQuote(text.rest(), text.line(), dialect);
    }
    String cell = text.text(from, text.position() - 1, above);
    endsWithin += QuotedCell.lineEnds(cell);
    skipSpace();
    return doubled ? cell.replace(quote + quote, quote) : cell;
  }

  private void skipSpace() throws IOException, RefusedFile {
    int c = text.peek();
    while (c != dialect.delimiter() && c != '\n' && c != '\r' && c != RecordedText.END) {
      if (!Character.isWhitespace(c)) {
        throw BrokenRecord.badQuote(text.rest(), text.line(), dialect);
      }
      text.skip();
      c = text.peek();
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
