package org.avance.load;

import java.util.List;
import org.avance.issue.Issue;
import org.avance.model.Footing;
import org.avance.model.RecordFate;

/**
 * What is still needed of a record when its facts are put into rows: its fate, and what is wrong
 * with it. Thousands wait at once.
 *
 * @param number 1-based number of the record under the header
 * @param firstLine line of the file it begins on
 * @param lastLine line it ends on
 * @param raw its text as received; empty unless it is set aside
 * @param fate its fate so far
 * @param facts how many facts it states
 * @param issues what is wrong with it
 * @param cells the numeric cells of its value columns, for the accounting
 * @param footing what it has to do with the figures that the file prints about itself
 */
public record PreparedRecord(
    long number,
    long firstLine,
    long lastLine,
    String raw,
    RecordFate fate,
    int facts,
    List<Issue> issues,
    List<StagedRecord.Amount> cells,
    Footing footing) {

  public PreparedRecord {
    issues = List.copyOf(issues);
    cells = List.copyOf(cells);
  }

  static PreparedRecord of(StagedRecord record) {
    return new PreparedRecord(
        record.number(),
        record.firstLine(),
        record.lastLine(),
        record.fate() == RecordFate.QUARANTINED ? record.raw() : "",
        record.fate(),
        record.facts().size(),
        record.issues(),
        record.cells(),
        record.footing());
  }
}
