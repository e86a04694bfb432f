package org.avance.monitor;

/** A setting says what it should not: the message names it, what was expected and what to do. */
public final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongSetting(String message) {
    super(message);
  }
}
