package org.avance.extract.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * Text being read, kept until its record has been taken: a record's text as received, and the lines
 * it stood on. Keeps no more than the record being read and one buffer. Positions are counted from
 * the record's beginning.
 */
final class RecordedText implements Closeable {
  /** What {@link #peek} says where the text ends. */
  static final int END = -1;

  private static final int FIRST_CAPACITY = 1 << 15;
  private static final int CHARS_READ = 1 << 13;

  private final Reader in;
  private final Dialect dialect;
  private char[] kept = new char[FIRST_CAPACITY];
  private int start;
  private int next;
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

  /** The next character, or {@link #END}. */
  int peek() throws IOException {
    return next < end || fill() ? kept[next] : END;
  }

  /** Goes on behind the next character. */
  void skip() {
    next++;
  }

  /** Goes on to this character, the line's end or the text's. */
  void skipTo(char stop) throws IOException {
    while (next < end || fill()) {
      char[] text = kept;
      int at = next;
      while (at < end && text[at] != stop && text[at] != '\n' && text[at] != '\r') {
        at++;
      }
      next = at;
      if (at < end) {
        return;
      }
    }
  }

  /** Goes on behind this character, over line ends; false where the text ends without it. */
  boolean skipBehind(char stop) throws IOException {
    while (next < end || fill()) {
      if (kept[next++] == stop) {
        return true;
      }
    }
    return false;
  }

  int position() {
    return next - start;
  }

  /**
   * The text between two positions.
   *
   * @param likely handed back itself where it is just that: who compares a record's cells with
   *     those of the one before then mostly compares a string with itself
   */
  String text(int from, int to, String likely) {
    return isAt(start + from, to - from, likely)
        ? likely
        : new String(kept, start + from, to - from);
  }

  /** From the end, where texts that are alike mostly differ. */
  private boolean isAt(int from, int length, String text) {
    if (text.length() != length) {
      return false;
    }
    int at = length;
    while (at > 0 && kept[from + at - 1] == text.charAt(at - 1)) {
      at--;
    }
    return at == 0;
  }

  /**
   * The record's text up to here, where its line ends; goes on behind that end and lets go of it.
   *
   * @param endsWithin line ends that are part of the text
   */
  String take(long endsWithin) throws IOException {
    String taken = new String(kept, start, position());
    int first = peek();
    if (first != END) {
      skip();
    }
    if (first == '\r' && peek() == '\n') {
      skip();
    }
    start = next;
    line += endsWithin + 1;
    return taken;
  }

  /** All that is kept and not yet taken. */
  String rest() {
    return new String(kept, start, end - start);
  }

  private boolean fill() throws IOException {
    if (end - start > dialect.maxRecordChars()) {
      throw new Refusal(BrokenRecord.tooLong(rest(), line, dialect));
    }
    if (end + CHARS_READ > kept.length) {
      makeRoom();
    }
    int count = in.read(kept, end, CHARS_READ);
    end += Math.max(0, count);
    return count > 0;
  }

  private void makeRoom() {
    int held = end - start;
    int needed = held + CHARS_READ;
    char[] roomier = needed > kept.length / 2 ? new char[2 * needed] : kept;
    System.arraycopy(kept, start, roomier, 0, held);
    kept = roomier;
    next -= start;
    start = 0;
    end = held;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
