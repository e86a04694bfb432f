package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private List<PreparedRecord> chunk = new ArrayList<>();

  Preparation(FactRows rows, Optional<JudgedInPassing> judged, int recordsPerChunk) {
    this.rows = rows;
    this.judged = judged;
    this.recordsPerChunk = recordsPerChunk;
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
    chunk.addAll(rows.prepare(series));
    judged.ifPresent(passing -> passing.add(series, rows.statements()));
  }

  private Optional<PreparedChunk> cut() {
    if (chunk.isEmpty()) {
      return Optional.empty();
    }
    PreparedChunk full =
        new PreparedChunk(chunk, judged.map(JudgedInPassing::cut).orElse(List.of()));
    chunk = new ArrayList<>();
    return Optional.of(full);
  }
}
