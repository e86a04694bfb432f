package org.avance.extract.xlsx;

import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Why a workbook can't be read. */
final class Refusals {
  private Refusals() {}

  /** It does not hold what a workbook holds. */
  static RefusedFile damaged(String sentence) {
    return of(IssueCode.WORKBOOK_DAMAGED, sentence, "a workbook that opens without repair");
  }

  /** Its bytes do not go to their end. */
  static RefusedFile cutOff() {
    return damaged("expected the workbook to be whole, found it cut off or damaged");
  }

  static RefusedFile encrypted() {
    return of(
        IssueCode.WORKBOOK_ENCRYPTED,
        "expected a workbook that opens without a password, found that the workbook is encrypted",
        "the workbook without a password");
  }

  static RefusedFile doctype(String part) {
    return of(
        IssueCode.DOCTYPE_REFUSED,
        "expected XML without a document type, found a DOCTYPE in " + part,
        "a workbook as a spreadsheet program writes it");
  }

  static RefusedFile of(IssueCode code, String sentence, String accepted) {
    return new RefusedFile(new Issue(code, Location.FILE, "", sentence, accepted));
  }
}
