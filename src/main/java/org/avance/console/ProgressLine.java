package org.avance.console;

import java.io.PrintStream;

/**
 * One line on a terminal that says how far a long load has come; nothing where there is no
 * terminal.
 */
final class ProgressLine {
  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long BETWEEN_NANOS = 200_000_000L;
  private static final String ERASE = "\r\033[K";

  private final PrintStream terminal = System.err;
  private final boolean shown;
  private final long began = System.nanoTime();
  private long last = began;
  private boolean dirty;

  @SuppressWarnings(
      "SystemConsoleNull") // on 22 and later the line is shown where output is piped, too; it goes
  // to stderr
  ProgressLine(boolean wanted) {
    shown = wanted && System.console() != null;
  }

  synchronized void at(String feed, String fileName, String step, long records) {
    if (step.equals("wait")) {
      clear();
      Text.paragraph(feed + ": ", Text.safe(fileName)).forEach(terminal::println);
      return;
    }
    long now = System.nanoTime();
    if (!shown || now - began < QUIET_NANOS || now - last < BETWEEN_NANOS) {
      return;
    }
    last = now;
    dirty = true;
    String counted =
        records == 0 ? "" : String.format(java.util.Locale.ROOT, " %,d records", records);
    terminal.print(
        ERASE + Text.shortened(Text.safe(feed + "  " + fileName), 60) + "  " + step + counted);
    terminal.flush();
  }

  synchronized void clear() {
    if (dirty) {
      terminal.print(ERASE);
      terminal.flush();
      dirty = false;
    }
  }
}
