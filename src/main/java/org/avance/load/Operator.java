package org.avance.load;

/** Who acts: the account of the machine that Avance runs under. */
final class Operator {
  private static final int LONGEST = 200;

  private Operator() {}

  static String name() {
    String name = System.getProperty("user.name", "");
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
