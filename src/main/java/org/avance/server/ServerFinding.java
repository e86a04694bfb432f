package org.avance.server;

/**
 * What was found of a server.
 *
 * @param subject what was looked at
 * @param weight whether a person must act
 * @param found what was found
 * @param remedy what puts it right; empty where nothing has to be
 */
public record ServerFinding(String subject, Weight weight, String found, String remedy) {
  /** How much a finding matters. */
  public enum Weight {
    /** As it should be. */
    OK,
    /** Worth knowing; nobody has to act. */
    NOTE,
    /** A person has to act. */
    ACT
  }

  static ServerFinding ok(String subject, String found) {
    return new ServerFinding(subject, Weight.OK, found, "");
  }

  static ServerFinding note(String subject, String found, String remedy) {
    return new ServerFinding(subject, Weight.NOTE, found, remedy);
  }

  static ServerFinding act(String subject, String found, String remedy) {
    return new ServerFinding(subject, Weight.ACT, found, remedy);
  }
}
