package org.avance.issue;

/**
 * A fault of the data, with enough in it to be mended at its source.
 *
 * @param code what kind of fault; decides severity and remedy
 * @param where line and column
 * @param found the printed text; empty where the fault is an absence
 * @param message what was expected and what was found, one sentence
 * @param accepted what would have been accepted; empty where nothing could be
 */
public record Issue(IssueCode code, Location where, String found, String message, String accepted) {

  public Severity severity() {
    return code.severity();
  }
}
