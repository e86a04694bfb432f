package org.avance.load;

import java.util.List;

/**
 * Records that are staged in one transaction, in the order of the file. A series that is judged as
 * a whole never lies in two of them.
 */
public record PreparedChunk(List<PreparedRecord> records) {
  public PreparedChunk {
    records = List.copyOf(records);
  }
}
