package org.avance.operate;

/**
 * What the act works by is wrong and a person has to mend it, as the rulebook: the message names
 * file, line, what was expected and what was found.
 */
public final class Unsound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsound(String fault) {
    super(fault);
  }
}
