package org.avance.server;

/**
 * The server can't be had, left, saved or restored. The message is fit for users: what was tried,
 * what was found, what to do.
 */
public final class ServerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerFailure(String message) {
    super(message);
  }

  public ServerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
