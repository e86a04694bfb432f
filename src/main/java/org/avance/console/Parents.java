package org.avance.console;

/** Fields that picocli fills before anything reads them. */
final class Parents {
  private Parents() {}

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // never read before it is set
  static <T> T unset() {
    return (T) null;
  }
}
