package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts records into the words of the bulk load, a third of the work of staging them: in the order
 * of the file and on one thread, while another one {@linkplain Staging#write writes} the chunk
 * before.
 */
public final class Preparation {
  private final FactRows rows;
  private final Optional<JudgedInPassing> judged;
  private final int recordsPerChunk;
  private final SeriesWindow window = new SeriesWindow();
  private final Predicate<SeriesWindow.Series> wanted;
  private List<PreparedRecord> chunk = new ArrayList<>();

  /**
   * @param wanted series that are put into rows; the others are left out
   */
  Preparation(
      FactRows rows,
      Optional<JudgedInPassing> judged,
      int recordsPerChunk,
      Predicate<SeriesWindow.Series> wanted) {
    this.rows = rows;
    this.judged = judged;
    this.recordsPerChunk = recordsPerChunk;
    this.wanted = wanted;
  }

  /** Takes the next record; hands over a chunk where it has become large enough. */
  public Optional<PreparedChunk> add(StagedRecord record) {
    window.add(record).ifPresent(this::prepare);
    return chunk.size() >= recordsPerChunk ? cut() : Optional.empty();
  }

  /** What is left at the end of the file; then it is at its beginning again. */
  public Optional<PreparedChunk> rest() {
    window.rest().ifPresent(this::prepare);
    return cut();
  }

  private void prepare(SeriesWindow.Series series) {
    if (wanted.test(series)) {
      Map<Integer, Integer> statements = rows.add(series);
      series.records().forEach(record -> chunk.add(PreparedRecord.of(record)));
      judged.ifPresent(passing -> passing.add(series, statements));
    }
  }

  private Optional<PreparedChunk> cut() {
    if (chunk.isEmpty()) {
      return Optional.empty();
    }
    List<BulkPart> parts = rows.cut();
    judged.ifPresent(passing -> parts.addAll(passing.cut()));
    PreparedChunk full = new PreparedChunk(chunk, parts);
    chunk = new ArrayList<>();
    return Optional.of(full);
  }
}
