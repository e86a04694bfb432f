package org.avance.feed.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;

/**
 * What some columns of a record print, joined so that two keys are never one text.
 *
 * @param columns at least one
 */
record RecordKey(List<String> columns, String text) {
  private static final int LONGEST = 200;

  static RecordKey of(List<String> columns, Cells cells) {
    return new RecordKey(
        columns,
        columns.stream()
            .map(column -> Texts.trimmed(cells.printed(column)).replace("|", "||"))
            .collect(Collectors.joining(" | ")));
  }

  /** Why it is no key, if it is none. */
  Optional<Issue> fault(Cells cells) {
    boolean blank = text.replace("|", "").isBlank();
    return blank || Texts.isLonger(text, LONGEST)
        ? Optional.of(fault(cells, blank))
        : Optional.empty();
  }

  private Issue fault(Cells cells, boolean blank) {
    String expected = "a key of 1 to " + LONGEST + " characters";
    return new Issue(
        blank ? IssueCode.VALUE_REQUIRED : IssueCode.CODE_TOO_LONG,
        Location.cell(cells.row().firstLine(), columns.get(0)),
        text,
        String.join(", ", columns)
            + ": expected "
            + expected
            + (blank ? " but found a blank" : " but found " + Texts.quoted(text)),
        expected);
  }
}
