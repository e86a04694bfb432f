package org.avance.monitor.log;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text for those who are not meant to see data: logs, messages, lineage. What stands between
 * quotation marks may be out of a cell, and servers and drivers print values so; a name of a table,
 * a column or the like is left, since whoever reads needs it.
 *
 * <ul>
 *   <li>passwords, tokens, and users in addresses go, whatever stands around them;
 *   <li>mail addresses go;
 *   <li>between quotation marks the text goes, unless the word before says that it is a name;
 *   <li>control characters are shown, not done: nobody writes lines of a log by the name of a file.
 * </ul>
 */
public final class Masked {
  private static final String GONE = "…";

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(passwords?|passwd|pwd|secret|token|api[-_]?key|authorization)(\\s*[=:]\\s*)(?:bearer\\s+)?[^\\s&,;]+");
  private static final Pattern USER = Pattern.compile("://[^/@\\s]+@");
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  /** The server's own words around a value, which may itself have quotation marks in it. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?is)(Duplicate entry |value: |parameters? ?[\\[:] ?)'.*'(?= for (?:key|column)|\\])");

  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])'(?:[^'\\n]|'(?=[\\p{L}\\p{N}]))*'(?![\\p{L}\\p{N}])|\"[^\"\\n]*\"|“[^”\\n]*”|«[^»\\n]*»");
  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "(?i)(?:table|column|key|database|schema|view|function|constraint|index|variable|host|in|version|migration|class|bean|method)\\s+$");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.$-]{1,64}");

  private Masked() {}

  public static String of(String text) {
    String safe = SECRET.matcher(text).replaceAll("$1$2" + GONE);
    safe = USER.matcher(safe).replaceAll("://" + GONE + "@");
    safe = MAIL.matcher(safe).replaceAll(GONE);
    safe = VALUE.matcher(safe).replaceAll("$1'" + GONE + "'");
    return shown(quoted(safe));
  }

  private static String quoted(String text) {
    Matcher found = QUOTED.matcher(text);
    StringBuilder masked = new StringBuilder();
    while (found.find()) {
      String inside = found.group().substring(1, found.group().length() - 1);
      boolean name =
          NAME.matcher(inside).matches()
              && NAME_BEFORE.matcher(text.substring(0, found.start())).find();
      String put = name ? found.group() : found.group().charAt(0) + GONE + last(found.group());
      found.appendReplacement(masked, Matcher.quoteReplacement(put));
    }
    return found.appendTail(masked).toString();
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  /** On one line, with nothing that moves a cursor. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("⏎");
              } else if (Character.isISOControl(c) || isUnseen(Character.getType(c))) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** Signs that turn the direction of reading, end a line for some readers, or are half a sign. */
  private static boolean isUnseen(int type) {
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
