package org.avance.load;

import java.util.List;

/**
 * Records that are staged in one transaction, in the order of the file. A series that is judged as
 * a whole never lies in two of them.
 *
 * @param parts the rows that come of them, and what was said of their series in passing
 */
public record PreparedChunk(List<PreparedRecord> records, List<BulkPart> parts) {
  public PreparedChunk {
    records = List.copyOf(records);
    parts = List.copyOf(parts);
  }
}
