package org.avance.job;

import java.sql.SQLException;

/**
 * What went wrong, in words for an operator: the innermost cause, which the outer ones only wrap.
 */
public final class Causes {
  private Causes() {}

  /** The innermost cause in a sentence. */
  public static String inWords(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return cause instanceof SQLException sql
        ? "the database says: %s (error %d)".formatted(bare(message), sql.getErrorCode())
        : message;
  }

  /** Whether the database, or the way to it, is what failed. */
  public static boolean isDatabase(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  /** The driver puts the number of its connection in front. */
  private static String bare(String message) {
    return message.replaceFirst("^\\(conn=\\d+\\) ", "");
  }
}
