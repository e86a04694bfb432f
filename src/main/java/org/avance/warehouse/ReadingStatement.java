package org.avance.warehouse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL text that reads and does nothing else, as far as text can tell; what it can't, the read-only
 * transaction refuses.
 */
final class ReadingStatement {
  private static final List<String> ALLOWED =
      List.of("SELECT", "WITH", "SHOW", "DESCRIBE", "DESC", "EXPLAIN");

  // Quoted text becomes '' and comments become a space; possessive, so that long text needs no
  // stack.
  private static final Pattern QUOTED_OR_COMMENT =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`"
              + "|(--(?:[ \\t].*+)?$|#.*+$|/\\*(?!M?!)[\\s\\S]*?\\*/)",
          Pattern.MULTILINE);

  private static final Pattern FIRST_WORD = Pattern.compile("[\\s(]*(\\w+)");
  private static final Pattern INTO = Pattern.compile("\\bINTO\\b", Pattern.CASE_INSENSITIVE);

  private ReadingStatement() {}

  /**
   * The statement without a closing semicolon.
   *
   * @throws QueryRefused when it is no statement that returns rows, or more than one
   */
  static String of(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    refuseUnfit(bare(text));
    return text;
  }

  private static String bare(String text) {
    return QUOTED_OR_COMMENT.matcher(text).replaceAll(found -> found.group(1) == null ? "''" : " ");
  }

  private static void refuseUnfit(String bare) {
    Matcher first = FIRST_WORD.matcher(bare);
    String word = first.lookingAt() ? first.group(1).toUpperCase(Locale.ROOT) : "nothing";
    if (!ALLOWED.contains(word)) {
      throw new QueryRefused(
          "Expected a statement that returns rows (SELECT, WITH, SHOW, DESCRIBE or EXPLAIN); found: %s. Queries only read."
              .formatted(word));
    }
    if (bare.contains("/*!") || bare.contains("/*M!")) {
      throw new QueryRefused(
          "Expected plain SQL; found an executable comment (/*! … */), which may hide another statement.");
    }
    int semicolon = bare.indexOf(';');
    if (semicolon >= 0) {
      throw new QueryRefused(
          "Expected one statement; found more after the semicolon: %s. Run them one by one."
              .formatted(bare.substring(semicolon + 1).strip()));
    }
    if (INTO.matcher(bare).find()) {
      throw new QueryRefused(
          "Expected rows as the answer; found INTO, which would write them elsewhere. Leave it out.");
    }
  }
}
