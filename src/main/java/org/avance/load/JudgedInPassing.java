package org.avance.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.avance.model.FactKind;
import org.avance.model.IndicatorValue;
import org.avance.model.SameKey;

/**
 * Judges series while they are staged, so that nobody need read them back for it: each {@linkplain
 * SeriesWindow window} of records as if it were all of its series. Whether it was is only known of
 * a whole delivery, so each window is noted, and {@link JudgedWindows} settles which judgements
 * hold.
 *
 * <p>Gives up on files that are not written series by series: it would be work for nothing.
 */
final class JudgedInPassing {
  /** So many windows that are no whole series are borne, and one more for some that are. */
  private static final long STRAYS = 100;

  private static final int WHOLE_FOR_A_STRAY = 4;

  private final SeriesJudge judge;
  private final SameKey sameKey;
  private final BulkTable judgements;
  private final BulkTable windows;
  private final BulkRows judgementRows = new BulkRows();
  private final BulkRows windowRows = new BulkRows();
  private int highest;
  private long whole;
  private long strays;

  JudgedInPassing(SeriesJudge judge, SameKey sameKey, StagingTables tables) {
    this.judge = judge;
    this.sameKey = sameKey;
    this.judgements = new BulkTable(tables.indicatorJudgements(), JudgementRows.COLUMNS);
    this.windows = new BulkTable(tables.windows(), JudgedWindows.COLUMNS);
  }

  /**
   * Takes the next window.
   *
   * @param statements how many of its facts bear the number of each statement
   */
  void add(SeriesWindow.Series window, Map<Integer, Integer> statements) {
    if (statements.isEmpty() || hasGivenUp()) {
      return;
    }
    TreeMap<Integer, Integer> facts = new TreeMap<>(statements);
    // Numbers are given out in order: one that is not new was in a window before.
    boolean isWhole = window.isSeries() && facts.firstKey() > highest;
    highest = Math.max(highest, facts.lastKey());
    if (isWhole) {
      whole++;
      judge(window.records());
    } else {
      strays++;
    }
    note(
        window.records(),
        hasGivenUp() ? JudgedWindows.GIVEN_UP : facts,
        isWhole ? facts.firstKey() : JudgedWindows.NOT_JUDGED);
  }

  private boolean hasGivenUp() {
    return strays > STRAYS + whole / WHOLE_FOR_A_STRAY;
  }

  private void judge(List<StagedRecord> records) {
    List<StagedFact<IndicatorValue>> facts =
        records.stream()
            .flatMap(
                record ->
                    Staging.<IndicatorValue>factsOf(record, FactKind.INDICATOR, sameKey).stream())
            .toList();
    SeriesCutter.cut(facts)
        .forEach(series -> JudgementRows.add(judge.judge(series), judgementRows));
  }

  private void note(List<StagedRecord> records, Map<Integer, Integer> statements, int series) {
    long first = records.get(0).number();
    long last = records.get(records.size() - 1).number();
    statements.forEach((statement, facts) -> windowRows.add(statement, first, last, facts, series));
  }

  /** Hands over what was said since the last time. */
  List<BulkPart> cut() {
    return Stream.of(judgementRows.cut(judgements), windowRows.cut(windows))
        .flatMap(Optional::stream)
        .toList();
  }
}
