package org.avance.model;

/**
 * What a look at the installation found.
 *
 * @param subject what was looked at
 * @param found what was found
 * @param remedy the command that puts it right; empty where nothing has to be
 */
public record Symptom(String subject, Weight weight, String found, String remedy) {
  /** How much it matters. */
  public enum Weight {
    /** As it should be. */
    OK,
    /** Worth knowing; nobody has to act. */
    NOTE,
    /** A person has to act. */
    ACT
  }

  public static Symptom ok(String subject, String found) {
    return new Symptom(subject, Weight.OK, found, "");
  }

  public static Symptom note(String subject, String found, String remedy) {
    return new Symptom(subject, Weight.NOTE, found, remedy);
  }

  public static Symptom act(String subject, String found, String remedy) {
    return new Symptom(subject, Weight.ACT, found, remedy);
  }
}
