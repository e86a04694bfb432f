package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/**
 * The records of one side file by their keys, and of each only the columns that are taken. A record
 * without a key can be nobody's partner and is left out.
 */
public final class SideRecords {
  private static final MissingWords BLANK_ONLY = new MissingWords(Map.of());

  private final Lookup lookup;
  private final List<Origin> key;
  private final List<String> columns;
  private final int width;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<List<String>, Partner> partners = new HashMap<>();

  /** What was taken of a record, and the line that it begins on. */
  private record Partner(long line, List<String> taken) {}

  /**
   * Begins with the header.
   *
   * @param taken names of the columns that are taken
   * @throws RefusedFile where the header lacks a column or bears one twice
   */
  public SideRecords(Lookup lookup, Collection<String> taken, List<String> header)
      throws RefusedFile {
    Binder binder = new Binder(new Heading("", 0, List.of(), header), Map.of());
    this.lookup = lookup;
    this.key = lookup.key().stream().map(binder::bound).toList();
    this.columns = taken.stream().map(binder::column).toList();
    binder.refuseWhatIsMissing();
    this.width = header.size();
    for (int i = 0; i < width; i++) {
      indexes.putIfAbsent(header.get(i), i);
    }
  }

  /**
   * Adds a record; one that repeats a key must repeat what is taken, too.
   *
   * @throws RefusedFile where it states something else for a key, or has another number of cells
   *     than the header
   */
  public void add(RawRow row) throws RefusedFile {
    if (row.isBlank()) {
      return;
    }
    if (lookup.raggedRows().refuses(row, width)) {
      throw ragged(row);
    }
    Cells cells = new Cells(row, indexes, BLANK_ONLY);
    List<String> own = key(cells);
    if (own.stream().allMatch(String::isEmpty)) {
      return;
    }
    List<String> taken = columns.stream().map(cells::printed).map(Texts::trimmed).toList();
    Partner partner = new Partner(row.firstLine(), taken);
    Partner earlier = partners.putIfAbsent(own, partner);
    if (earlier != null && !earlier.taken.equals(taken)) {
      throw ambiguous(own, earlier, partner);
    }
  }

  /** What was taken of the record of this key, in the order of the columns. */
  Optional<List<String>> find(List<String> wanted) {
    return Optional.ofNullable(partners.get(wanted)).map(Partner::taken);
  }

  private List<String> key(Cells cells) {
    List<String> parts = new ArrayList<>();
    for (Origin origin : key) {
      parts.add(cells.take(origin, "key") instanceof Taken.Text text ? text.text() : "");
    }
    return parts;
  }

  private RefusedFile ragged(RawRow row) {
    return new RefusedFile(
        new Issue(
            IssueCode.COLUMN_COUNT,
            Location.line(row.firstLine()),
            "",
            "line %d: expected %d cells as in the header but found %d"
                .formatted(row.firstLine(), width, row.cells().size()),
            width + " cells"));
  }

  private RefusedFile ambiguous(List<String> own, Partner earlier, Partner later) {
    List<String> unlike = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!earlier.taken.get(i).equals(later.taken.get(i))) {
        unlike.add(
            "%s %s and %s"
                .formatted(
                    columns.get(i),
                    Texts.quoted(earlier.taken.get(i)),
                    Texts.quoted(later.taken.get(i))));
      }
    }
    String found = Join.shown(own);
    return new RefusedFile(
        new Issue(
            IssueCode.SIDE_FILE_AMBIGUOUS,
            Location.FILE,
            found,
            "expected one record for the key %s but lines %d and %d state %s"
                .formatted(
                    Texts.quoted(found), earlier.line, later.line, String.join(", ", unlike)),
            "one record for each key, or several that state the same"));
  }
}
