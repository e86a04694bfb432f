package org.avance.job;

/** Nothing can be loaded there; the message is fit for users: what was found and what to do. */
public final class CannotLoad extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotLoad(Throwable unfit) {
    super(unfit.getMessage(), unfit);
  }

  CannotLoad(String message, Throwable cause) {
    super(message, cause);
  }
}
