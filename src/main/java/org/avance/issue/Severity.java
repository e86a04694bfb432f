package org.avance.issue;

/** What an issue does to the record it was found in. */
public enum Severity {
  /** The record can't be loaded: it goes to quarantine. */
  ERROR,
  /** The record is loaded and flagged. */
  WARNING,
  /** Worth knowing; nothing is flagged. */
  INFO
}
