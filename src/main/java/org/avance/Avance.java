package org.avance;

import org.avance.console.Console;

/** Starts Avance; nothing else. */
public final class Avance {
  private Avance() {}

  public static void main(String[] arguments) {
    // Not all threads of the embedded server's installer are daemons: leaving is said aloud.
    System.exit(Console.run(arguments));
  }
}
