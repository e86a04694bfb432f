package org.avance.job;

/**
 * The rulebook can't be used; the message names file, line, what was expected and what was found.
 */
public final class WrongRulebook extends Exception {
  private static final long serialVersionUID = 1L;

  WrongRulebook(String message) {
    super(message);
  }

  WrongRulebook(Throwable fault) {
    super(fault.getMessage(), fault);
  }
}
