package org.avance;

/** Starts Avance; nothing else. */
public final class Avance {
  private Avance() {}

  public static void main(String[] arguments) {
    System.exit(0);
  }
}
