package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.model.Fact;
import org.avance.model.IndicatorValue;
import org.jspecify.annotations.Nullable;

/**
 * Gathers records that follow one another and state figures of the same indicator, series and
 * reporting unit: agencies mostly write a series after the other. What states nothing goes with
 * what stands around it.
 */
final class SeriesWindow {
  /** Longer ones are handed over in parts. */
  static final int MOST = 1_000;

  private List<StagedRecord> open = new ArrayList<>();
  private @Nullable Object said;
  private boolean isWhole = true;

  /**
   * Records that follow one another.
   *
   * @param isSeries whether all facts are figures of one statement, and none of them is missing
   *     because the window would have grown too long
   */
  record Series(List<StagedRecord> records, boolean isSeries) {
    Series {
      records = List.copyOf(records);
    }

    /** Number of the first record that states something; 0 where none does. */
    long firstStating() {
      return records.stream()
          .filter(record -> !record.facts().isEmpty())
          .mapToLong(StagedRecord::number)
          .findFirst()
          .orElse(0);
    }
  }

  /** Takes the next record; hands over those before it where it begins another series. */
  Optional<Series> add(StagedRecord record) {
    Object next = record.facts().isEmpty() ? said : said(record);
    boolean goesOn = open.isEmpty() || said == null || said.equals(next);
    Optional<Series> before = Optional.empty();
    if (!goesOn) {
      before = rest();
    } else if (open.size() >= MOST) {
      isWhole = false;
      before = rest();
      isWhole = false;
    }
    said = next;
    open.add(record);
    return before;
  }

  /** The records still open. */
  Optional<Series> rest() {
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Series series = new Series(open, isWhole && said != null && !(said instanceof StagedRecord));
    open = new ArrayList<>();
    said = null;
    isWhole = true;
    return Optional.of(series);
  }

  /** A record that states anything else is alone: it says what no other does. */
  private static Object said(StagedRecord record) {
    @Nullable Object said = null;
    for (Fact fact : record.facts()) {
      if (!(fact instanceof IndicatorValue value)) {
        return record;
      }
      Object stated = IndicatorShape.stated(value);
      if (said != null && !said.equals(stated)) {
        return record;
      }
      said = stated;
    }
    return said == null ? record : said;
  }
}
