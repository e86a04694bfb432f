package org.avance.load;

/**
 * The warehouse's schema could not be brought up to date, or its server can't be loaded. The
 * message is fit for users: what was found and what to do.
 */
public final class SchemaFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaFailure(String message) {
    super(message);
  }

  SchemaFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
