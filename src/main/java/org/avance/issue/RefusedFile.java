package org.avance.issue;

/**
 * Thrown where a file can't be read as a file of its feed at all; the delivery is rejected with the
 * issue as its reason.
 */
public final class RefusedFile extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Issue issue;

  public RefusedFile(Issue issue) {
    super(issue.message());
    this.issue = issue;
  }

  public Issue issue() {
    return issue;
  }
}
