package org.avance.operate;

/**
 * An act that was asked for wrongly: the message says what was asked, what was found and what would
 * be allowed.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }
}
