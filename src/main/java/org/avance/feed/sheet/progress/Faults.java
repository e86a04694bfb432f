package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;

/** The issues of one record, as they are found. */
final class Faults {
  private final List<Issue> found = new ArrayList<>();

  void add(
      IssueCode code, long line, String column, String printed, String message, String accepted) {
    found.add(new Issue(code, Location.cell(line, column), printed, message, accepted));
  }

  /**
   * Says where a label is another spelling of a known one, or is none.
   *
   * @param row the row's label as printed; messages call the column so
   */
  void label(Vocabulary<?> words, String printed, long line, String row) {
    Optional<String> official = words.spelledFor(printed);
    if (official.isPresent()) {
      add(
          IssueCode.LABEL_ALIAS,
          line,
          row,
          printed,
          "%s: %s was read as %s"
              .formatted(row, Texts.quoted(printed), Texts.quoted(official.get())),
          official.get());
    } else if (!printed.isEmpty()
        && !words.isMissing(printed)
        && words.meaning(printed).isEmpty()) {
      String accepted = String.join(", ", words.listed());
      add(
          IssueCode.CLASS_UNKNOWN,
          line,
          row,
          printed,
          "%s: expected one of %s but found %s".formatted(row, accepted, Texts.quoted(printed)),
          accepted);
    }
  }

  List<Issue> listed() {
    return List.copyOf(found);
  }
}
