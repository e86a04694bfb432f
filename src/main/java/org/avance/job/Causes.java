package org.avance.job;

import java.sql.SQLException;

/**
 * What went wrong, in words for an operator: the innermost cause, which the outer ones only wrap.
 */
final class Causes {
  private Causes() {}

  static String inWords(Throwable thrown) {
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

  /** The driver puts the number of its connection in front. */
  private static String bare(String message) {
    return message.replaceFirst("^\\(conn=\\d+\\) ", "");
  }
}
