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
        ? "the database says: %s (error %d)".formatted(message, sql.getErrorCode())
        : message;
  }
}
