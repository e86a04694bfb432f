package org.avance.load;

import java.util.List;

/**
 * Records that are staged in one transaction, in the order of the file. A series that is judged as
 * a whole never lies in two of them.
 *
 * @param judged what was said of their series in passing
 */
public record PreparedChunk(List<PreparedRecord> records, List<BulkPart> judged) {
  public PreparedChunk {
    records = List.copyOf(records);
    judged = List.copyOf(judged);
  }
}
