package org.avance.feed.sheet.monitoring;

import java.util.List;
import org.avance.extract.sheettext.SheetLine;
import org.avance.issue.Issue;
import org.avance.model.Fact;

/**
 * A piece of the document that becomes a record.
 *
 * @param lines where it stands; at least one
 */
record Piece(List<SheetLine> lines, List<? extends Fact> facts, List<Issue> issues) {
  Piece {
    lines = List.copyOf(lines);
    facts = List.copyOf(facts);
    issues = List.copyOf(issues);
  }

  static Piece of(List<SheetLine> lines, Fact fact) {
    return new Piece(lines, List.of(fact), List.of());
  }

  /** Line of the document that it begins on. */
  long line() {
    return lines.get(0).number();
  }
}
