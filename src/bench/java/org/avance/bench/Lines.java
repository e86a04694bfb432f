package org.avance.bench;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of comma-separated cells in UTF-8, written line by line and never kept. */
final class Lines implements Closeable {
  /** How the same cells may be written as other bytes. */
  enum Form {
    /** As agencies' programs write it. */
    PLAIN("", "\n"),
    /** As a spreadsheet saves it: with a byte order mark and two characters at a line's end. */
    SAVED_AGAIN("\ufeff", "\r\n");

    private final String mark;
    private final String end;

    Form(String mark, String end) {
      this.mark = mark;
      this.end = end;
    }
  }

  private static final int FULL = 1 << 16;

  private final OutputStream out;
  private final Form form;
  private final StringBuilder text;
  private boolean inLine;

  Lines(Path file, Form form) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.out = new BufferedOutputStream(Files.newOutputStream(file), FULL);
    this.form = form;
    this.text = new StringBuilder(form.mark);
  }

  /** A cell as it is, without quotes. */
  Lines cell(String cell) {
    separate();
    text.append(cell);
    return this;
  }

  /** A cell that may hold a comma. */
  Lines quoted(String cell) {
    return cell(cell.indexOf(',') < 0 ? cell : '"' + cell + '"');
  }

  Lines number(long number) {
    separate();
    text.append(number);
    return this;
  }

  /** A number in hundredths. */
  Lines hundredths(long number) {
    separate();
    text.append(number / 100).append('.').append((char) ('0' + number / 10 % 10));
    text.append((char) ('0' + number % 10));
    return this;
  }

  void end() throws IOException {
    text.append(form.end);
    inLine = false;
    if (text.length() >= FULL) {
      flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  private void separate() {
    if (inLine) {
      text.append(',');
    }
    inLine = true;
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
