package org.avance.extract.csv;

import java.io.IOException;
import java.util.Locale;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** A refusal on its way through the tokeniser, which lets only {@link IOException} pass. */
final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;
  private final RefusedFile refused;

  Refusal(RefusedFile refused) {
    super(refused);
    this.refused = refused;
  }

  RefusedFile refused() {
    return refused;
  }

  /** A refusal whose message begins with the line. */
  static RefusedFile at(long line, IssueCode code, String sentence, String found, String accepted) {
    String message = String.format(Locale.ROOT, "line %d: %s", line, sentence);
    return new RefusedFile(new Issue(code, Location.line(line), found, message, accepted));
  }
}
