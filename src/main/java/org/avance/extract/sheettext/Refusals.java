package org.avance.extract.sheettext;

import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Documents that are refused as a whole, each with what would have been read. */
final class Refusals {
  private static final String DOCUMENT = "text, HTML or a PDF with a text layer";

  private Refusals() {}

  static RefusedFile of(IssueCode code, String found, String message, String accepted) {
    return new RefusedFile(new Issue(code, Location.FILE, found, message, accepted));
  }

  static RefusedFile empty() {
    return of(IssueCode.FILE_EMPTY, "", "expected a document, found a file without text", DOCUMENT);
  }

  /**
   * @param kind what the file is, with its article
   */
  static RefusedFile notADocument(String kind) {
    return of(IssueCode.NOT_A_DOCUMENT, kind, "expected " + DOCUMENT + ", found " + kind, DOCUMENT);
  }

  /**
   * @param what what has a limit, in words: {@code pages}
   */
  static RefusedFile tooLarge(String what, long found, long limit) {
    return of(
        IssueCode.DOCUMENT_TOO_LARGE,
        Long.toString(found),
        "expected a document of at most %d %s, found %d".formatted(limit, what, found),
        "up to %d %s".formatted(limit, what));
  }
}
