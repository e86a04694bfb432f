package org.avance.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text from files on a terminal: what could move the cursor or break a line is shown, not done. */
final class Text {
  /** Of a terminal's line. */
  static final int WIDTH = 100;

  private static final int WIDEST_INDENT = 13;
  private static final int REFUSAL_INDENT = 8;

  private Text() {}

  static String safe(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("⏎");
              } else if (Character.isISOControl(c) || isUnseen(Character.getType(c))) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean isUnseen(int type) {
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /**
   * Lines of a hundred characters, broken between words; a word that is longer is left whole.
   *
   * @param label begins the first line; the others are indented
   */
  static List<String> paragraph(String label, String text) {
    return paragraph(label, Math.min(label.length(), WIDEST_INDENT), text);
  }

  /** What can't be done, and why: its lines made safe and broken between words. */
  static String refusal(String message) {
    return message
        .lines()
        .flatMap(line -> paragraph("", REFUSAL_INDENT, safe(line)).stream())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> paragraph(String label, int indented, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    String indent = " ".repeat(indented);
    for (String word : text.split(" ", -1)) {
      boolean begun = !line.toString().isBlank() && line.charAt(line.length() - 1) != ' ';
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The first lines of a paragraph, with a sign where there would be more. */
  static List<String> beginning(String label, String text, int most) {
    List<String> lines = paragraph(label, text);
    if (lines.size() <= most) {
      return lines;
    }
    String last = lines.get(most - 1);
    List<String> begun = new ArrayList<>(lines.subList(0, most - 1));
    begun.add(last.length() + 2 <= WIDTH ? last + " …" : last.substring(0, WIDTH - 1) + "…");
    return begun;
  }

  /** Lines of a hundred characters, broken wherever that is: text that is shown as it stands. */
  static List<String> cut(String label, String text) {
    List<String> lines = new ArrayList<>();
    String indent = " ".repeat(Math.min(label.length(), WIDEST_INDENT));
    int from = 0;
    do {
      String begin = from == 0 ? label : indent;
      int to = Math.min(text.length(), from + Math.max(1, WIDTH - begin.length()));
      lines.add(begin + text.substring(from, to));
      from = to;
    } while (from < text.length());
    return lines;
  }

  /** Cut at its end. */
  static String begun(String text, int width) {
    return text.codePointCount(0, text.length()) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  /** Cut in its middle, where names differ least. */
  static String shortened(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int head = (width - 1) / 2;
    return text.substring(0, head) + "…" + text.substring(text.length() - (width - 1 - head));
  }
}
