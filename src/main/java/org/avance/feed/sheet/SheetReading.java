package org.avance.feed.sheet;

import java.util.List;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.Footing;

/**
 * What a document states.
 *
 * @param records its pieces in reading order, each with the lines it stands on; what no record
 *     holds, contact data above all, is dropped
 * @param issues what is to be said of the document as a whole; at most one of each code, and an
 *     ERROR rejects it
 * @param awaited figures about itself that it must print
 */
public record SheetReading(
    SheetIdentity identity,
    List<MappedRecord> records,
    List<Issue> issues,
    List<Footing.Awaited> awaited) {
  public SheetReading {
    records = List.copyOf(records);
    issues = List.copyOf(issues);
    awaited = List.copyOf(awaited);
  }

  /**
   * Names under which figures stand, in the order in which they first do; a finding in words alone
   * has none.
   */
  public List<String> valueColumns() {
    return records.stream()
        .flatMap(record -> record.facts().stream())
        .filter(fact -> fact.kind() != FactKind.FINDING || fact.figure().isGiven())
        .map(Fact::valueColumn)
        .distinct()
        .toList();
  }
}
