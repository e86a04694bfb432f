package org.avance.feed.mapping;

import java.util.Map;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.MissingReason;

/**
 * One row seen by the names of its columns.
 *
 * @param indexes of the columns by their printed names
 */
record Cells(RawRow row, Map<String, Integer> indexes, MissingWords missing) {

  /** The cell as printed; blank where the row is too short to have it. */
  String printed(String column) {
    int index = indexes.getOrDefault(column, Integer.MAX_VALUE);
    return index < row.cells().size() ? row.cells().get(index) : "";
  }

  /** The text of an origin as printed; only bound origins get here, see {@link Binder}. */
  String printed(Origin origin) {
    if (origin.source() instanceof Source.Column column) {
      return printed(column.name());
    }
    if (origin.source() instanceof Source.Joined joined) {
      return joined.take(this) instanceof Taken.Text text ? text.text() : "";
    }
    return origin.source() instanceof Source.Constant constant ? constant.text() : "";
  }

  /** What an origin yields; {@code word} names it in messages where it is no column. */
  Taken take(Origin origin, String word) {
    if (origin.source() instanceof Source.Joined joined) {
      Taken cell = joined.take(this);
      return cell instanceof Taken.Text text ? refined(origin, word, text.text()) : cell;
    }
    return refined(origin, word, printed(origin));
  }

  private Taken refined(Origin origin, String word, String cell) {
    String printed = Texts.trimmed(cell);
    Optional<MissingReason> reason = missing.reason(printed);
    if (reason.isPresent() && !origin.maps(printed)) {
      return new Taken.Nothing(reason.get(), printed);
    }
    String text = printed;
    for (Refinement refinement : origin.refinements()) {
      Optional<String> refined = refinement.refine(text);
      if (refined.isEmpty()) {
        return new Taken.Fault(mismatch(origin, word, text, refinement));
      }
      text = Texts.trimmed(refined.get());
    }
    return text.isEmpty() ? new Taken.Nothing(MissingReason.BLANK, printed) : new Taken.Text(text);
  }

  boolean hold(Condition condition) {
    return condition.test().holds(printed(condition.column()));
  }

  /** An issue of the cell that an origin stands in. */
  Issue issue(IssueCode code, Origin origin, String word, String sentence, String accepted) {
    String column = origin.source() instanceof Source.Column named ? named.name() : "";
    String subject = origin.source() instanceof Source.Joined joined ? joined.toString() : word;
    return new Issue(
        code,
        Location.cell(row.firstLine(), column),
        Texts.trimmed(printed(origin)),
        (column.isEmpty() ? subject : column) + ": " + sentence,
        accepted);
  }

  private Issue mismatch(Origin origin, String word, String text, Refinement refinement) {
    String pattern = refinement instanceof Extract extract ? extract.pattern().pattern() : "";
    return issue(
        IssueCode.PATTERN_MISMATCH,
        origin,
        word,
        "expected a text of the pattern " + pattern + " but found " + Texts.quoted(text),
        pattern);
  }
}
