package org.avance.feed.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.avance.extract.RawRow;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;

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
    if (origin.source() instanceof Source.Composed composed) {
      return composed.parts().stream().map(this::printed).collect(Collectors.joining());
    }
    if (origin.source() instanceof Source.Joined joined) {
      return joined.take(this) instanceof Taken.Text text ? text.text() : "";
    }
    return origin.source() instanceof Source.Constant constant ? constant.text() : "";
  }

  /** What an origin yields; {@code word} names it in messages where it is no column. */
  Taken take(Origin origin, String word) {
    return new Taking(this, word).take(origin);
  }

  boolean hold(List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (!hold(condition)) {
        return false;
      }
    }
    return true;
  }

  private boolean hold(Condition condition) {
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
}
