package org.avance.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.avance.issue.Issue;
import org.avance.model.Fact;
import org.avance.model.Footing;
import org.avance.model.RecordFate;

/**
 * One record with its fate, ready to be staged or set aside.
 *
 * @param number 1-based number of the record under the header
 * @param firstLine line of the file it begins on
 * @param lastLine line it ends on
 * @param raw its text as received
 * @param fate STAGED with at least one fact, or any other fate with none; never MERGED, which is
 *     only known of a whole delivery
 * @param takenOnce numbers, from 1, of the facts that other records may repeat with other
 *     attributes
 * @param cells the numeric cells of its value columns, for the accounting
 * @param footing what it has to do with the figures that the file prints about itself
 */
public record StagedRecord(
    long number,
    long firstLine,
    long lastLine,
    String raw,
    RecordFate fate,
    List<Fact> facts,
    Set<Integer> takenOnce,
    List<Issue> issues,
    List<Amount> cells,
    Footing footing) {

  /** A numeric cell: its value column and its amount in the fact's unit. */
  public record Amount(String column, BigDecimal amount) {}

  public StagedRecord {
    facts = List.copyOf(facts);
    takenOnce = Set.copyOf(takenOnce);
    issues = List.copyOf(issues);
    cells = List.copyOf(cells);
    if ((fate == RecordFate.STAGED) == facts.isEmpty()) {
      throw new IllegalArgumentException(
          "record " + number + " is " + fate + " with " + facts.size() + " facts");
    }
  }

  /** The record without its facts, where it would state some: it counts as quarantined. */
  public StagedRecord leftOut() {
    return fate != RecordFate.STAGED
        ? this
        : new StagedRecord(
            number,
            firstLine,
            lastLine,
            raw,
            RecordFate.QUARANTINED,
            List.of(),
            Set.of(),
            issues,
            cells,
            footing);
  }
}
