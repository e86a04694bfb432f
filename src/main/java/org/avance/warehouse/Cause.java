package org.avance.warehouse;

import java.util.List;
import java.util.regex.Pattern;

/** What a stack trace has to tell an operator: the message of its innermost cause. */
final class Cause {
  private static final String CAUSED_BY = "Caused by: ";
  private static final Pattern FRAME =
      Pattern.compile("\\s*(at [\\w.$/<>]+\\(.*|\\.\\.\\. \\d+ .*)");

  /** The names of exceptions, and the driver's number of its connection. */
  private static final Pattern KIND =
      Pattern.compile(
          "^(([\\w$]+\\.)+[\\w$]*(Exception|Error|Refused|Failure)\\w*: ?|\\(conn=\\d+\\) )+");

  private Cause() {}

  /** A text that is no stack trace is its own cause. */
  static String of(String text) {
    List<String> lines = text.lines().filter(line -> !FRAME.matcher(line).matches()).toList();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      // The last one may be cut off before its message.
      if (lines.get(i).startsWith(CAUSED_BY) && !message(lines.get(i)).isEmpty()) {
        from = i;
      }
    }
    StringBuilder cause = new StringBuilder();
    for (int i = from; i < lines.size(); i++) {
      if (i > from && lines.get(i).startsWith(CAUSED_BY)) {
        break;
      }
      cause.append(i == from ? message(lines.get(i)) : " " + lines.get(i).strip());
    }
    return cause.toString().strip();
  }

  private static String message(String line) {
    String bare = line.startsWith(CAUSED_BY) ? line.substring(CAUSED_BY.length()) : line;
    return KIND.matcher(bare).replaceFirst("").strip();
  }
}
