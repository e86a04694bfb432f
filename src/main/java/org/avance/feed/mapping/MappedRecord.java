package org.avance.feed.mapping;

import java.util.List;
import java.util.Set;
import org.avance.extract.RawRow;
import org.avance.issue.Issue;
import org.avance.model.Fact;
import org.avance.model.Footing;
import org.avance.model.RecordFate;

/**
 * What the mapping makes of one row.
 *
 * @param fate STAGED, QUARANTINED, BLANK, TOTALS or FILTERED; whether a record merges with another
 *     is not known yet
 * @param facts what a STAGED record states; empty for any other
 * @param takenOnce numbers, from 1, of the facts that other records may repeat; each stands for
 *     itself, whatever else its record states
 * @param issues all that was found wrong; a record with an ERROR among them is QUARANTINED
 * @param cells the numbers in its value columns, whatever its fate
 * @param footing what it has to do with the figures that the file prints about itself
 */
public record MappedRecord(
    RawRow row,
    RecordFate fate,
    List<Fact> facts,
    Set<Integer> takenOnce,
    List<Issue> issues,
    List<NumericCell> cells,
    Footing footing) {
  public MappedRecord {
    facts = List.copyOf(facts);
    takenOnce = Set.copyOf(takenOnce);
    issues = List.copyOf(issues);
    cells = List.copyOf(cells);
  }
}
