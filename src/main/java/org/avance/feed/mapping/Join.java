package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.MissingReason;

/**
 * A lookup bound to one file of the feed.
 *
 * @param lookup its {@code by} is bound
 */
record Join(Lookup lookup, SideTable table) {

  /** A key as messages show it. */
  static String shown(List<String> key) {
    return String.join(" | ", key);
  }

  /**
   * What stands in a column of the record's partner. Where the record has none, a fault, or nothing
   * where the lookup bears that; a fault, too, where the record's own key can't be read.
   */
  Taken take(Cells cells, String column) {
    List<String> key = new ArrayList<>();
    for (Origin by : lookup.by()) {
      Taken part = cells.take(by, lookup.name());
      if (part instanceof Taken.Fault) {
        return part;
      }
      key.add(text(part));
    }
    Optional<String> cell = table.cell(key, column);
    if (cell.isPresent()) {
      return new Taken.Text(cell.get());
    }
    return lookup.noPartner() == Lookup.NoPartner.BLANK
        ? new Taken.Nothing(MissingReason.BLANK, isBlank(key) ? "" : shown(key))
        : new Taken.Fault(issue(IssueCode.LOOKUP_NO_PARTNER, cells, key));
  }

  /** What is to be told of the record: it has no partner, though it names one, or should. */
  Optional<Issue> lack(Cells cells) {
    Taken taken = take(cells, table.columns().get(0));
    if (taken instanceof Taken.Fault fault) {
      return Optional.of(fault.issue());
    }
    return taken instanceof Taken.Nothing nothing && !nothing.printed().isEmpty()
        ? Optional.of(issue(IssueCode.LOOKUP_LEFT_BLANK, cells, List.of(nothing.printed())))
        : Optional.empty();
  }

  private Issue issue(IssueCode code, Cells cells, List<String> key) {
    List<String> columns =
        lookup.by().stream()
            .map(Origin::source)
            .filter(Source.Column.class::isInstance)
            .map(source -> ((Source.Column) source).name())
            .toList();
    String subject = columns.isEmpty() ? "lookup " + lookup.name() : String.join(", ", columns);
    String expected = "a key of " + String.join(" or ", lookup.files());
    return new Issue(
        code,
        Location.cell(cells.row().firstLine(), columns.size() == 1 ? columns.get(0) : ""),
        shown(key),
        "%s: expected %s but found %s"
            .formatted(subject, expected, isBlank(key) ? "a blank" : Texts.quoted(shown(key))),
        expected);
  }

  /** A missing word may be a code, too: NA is Namibia. */
  private static String text(Taken part) {
    if (part instanceof Taken.Text text) {
      return text.text();
    }
    return part instanceof Taken.Nothing nothing && nothing.reason() != MissingReason.BLANK
        ? nothing.printed()
        : "";
  }

  private static boolean isBlank(List<String> key) {
    return key.stream().allMatch(String::isEmpty);
  }
}
