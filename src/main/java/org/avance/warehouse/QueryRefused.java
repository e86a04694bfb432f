package org.avance.warehouse;

/**
 * A query that was not run, or that the server refused. The message is fit for users: what was
 * expected, what was found, what would be allowed.
 */
public final class QueryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryRefused(String message) {
    super(message);
  }

  QueryRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
