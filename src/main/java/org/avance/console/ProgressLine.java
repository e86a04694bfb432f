package org.avance.console;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Says how far a long load has come: in one line on a terminal; where there is none, and acts take
 * longer than a moment, in a line for each new step and one now and then.
 */
final class ProgressLine {
  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long BETWEEN_NANOS = 200_000_000L;
  private static final long LONG_NANOS = 10_000_000_000L;
  private static final long NOW_AND_THEN_NANOS = 60_000_000_000L;
  private static final String ERASE = "\r\033[K";

  private final PrintStream terminal = System.err;
  private final boolean wanted;
  private final boolean shown;
  private final Map<String, String> steps = new HashMap<>();
  private final long began = System.nanoTime();
  private long last = began;
  private boolean dirty;

  @SuppressWarnings(
      "SystemConsoleNull") // on 22 and later the line is shown where output is piped, too; it goes
  // to stderr
  ProgressLine(boolean wanted) {
    this.wanted = wanted;
    shown = wanted && System.console() != null;
  }

  synchronized void at(String feed, String fileName, String step, long records) {
    if (step.equals("wait")) {
      clear();
      Text.paragraph(feed + ": ", Text.safe(fileName)).forEach(terminal::println);
      return;
    }
    long now = System.nanoTime();
    if (!shown) {
      line(feed, fileName, step, records, now);
      return;
    }
    if (now - began < QUIET_NANOS || now - last < BETWEEN_NANOS) {
      return;
    }
    last = now;
    dirty = true;
    terminal.print(
        ERASE
            + Text.shortened(Text.safe(feed + "  " + fileName), 60)
            + "  "
            + step
            + counted(records));
    terminal.flush();
  }

  private void line(String feed, String fileName, String step, long records, long now) {
    if (!wanted || now - began < LONG_NANOS) {
      return;
    }
    boolean isNew = !(fileName + " " + step).equals(steps.put(feed, fileName + " " + step));
    if (isNew || now - last > NOW_AND_THEN_NANOS) {
      last = now;
      terminal.println(Text.safe(feed + "  " + fileName) + "  " + step + counted(records));
    }
  }

  private static String counted(long records) {
    return records == 0 ? "" : String.format(Locale.ROOT, " %,d records", records);
  }

  synchronized void clear() {
    if (dirty) {
      terminal.print(ERASE);
      terminal.flush();
      dirty = false;
    }
  }
}
