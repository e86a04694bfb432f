package org.avance.extract.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Text on its way to the tokeniser, kept until its record has been taken: a record's text as
 * received, and the lines it stood on. Keeps no more than the record being read and one buffer.
 */
final class RecordedText extends Reader {
  private static final int FIRST_CAPACITY = 1 << 15;

  private final Reader in;
  private final Dialect dialect;
  private char[] kept = new char[FIRST_CAPACITY];
  private int start;
  private int end;
  private long line = 1;

  RecordedText(Reader in, Dialect dialect) {
    this.in = in;
    this.dialect = dialect;
  }

  /** The 1-based line at which the text not yet taken begins. */
  long line() {
    return line;
  }

  /**
   * Hands on more text. The tokeniser asks only once it has used up all it had, so that what is
   * kept now belongs to one unfinished record and the comments above it.
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (end - start > dialect.maxRecordChars()) {
      dropComments();
    }
    if (end - start > dialect.maxRecordChars()) {
      throw new Refusal(BrokenRecord.tooLong(rest(), line, dialect));
    }
    int count = in.read(target, offset, length);
    if (count > 0) {
      keep(target, offset, count);
    }
    return count;
  }

  private void keep(char[] text, int offset, int count) {
    if (end + count > kept.length) {
      makeRoom(count);
    }
    System.arraycopy(text, offset, kept, end, count);
    end += count;
  }

  private void makeRoom(int count) {
    int held = end - start;
    char[] roomier = held + count > kept.length / 2 ? new char[2 * (held + count)] : kept;
    System.arraycopy(kept, start, roomier, 0, held);
    kept = roomier;
    start = 0;
    end = held;
  }

  /** Lets go of the rows that begin with the comment character, where more follows them. */
  void dropComments() {
    while (dialect.commentChar() != Dialect.NONE
        && lineEnd() + 1 < end
        && kept[start] == dialect.commentChar()) {
      takeLine();
    }
  }

  /** The text up to and with a line, without that line's end; lets go of it. */
  String takeThrough(long lastLine) {
    int from = start;
    int to = start;
    while (line <= lastLine) {
      to = takeLine();
    }
    return new String(kept, from, to - from);
  }

  /** Moves behind the next line's end; returns where that end begins. */
  private int takeLine() {
    int at = lineEnd();
    boolean twoChars = at + 1 < end && kept[at] == '\r' && kept[at + 1] == '\n';
    start = Math.min(end, at + (twoChars ? 2 : 1));
    line++;
    return at;
  }

  private int lineEnd() {
    int at = start;
    while (at < end && kept[at] != '\n' && kept[at] != '\r') {
      at++;
    }
    return at;
  }

  /** All that is kept and not yet taken. */
  String rest() {
    return new String(Arrays.copyOfRange(kept, start, end));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
