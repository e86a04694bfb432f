package org.avance.feed;

import java.io.IOException;
import org.avance.extract.RawTable;
import org.avance.extract.container.Unpacked;
import org.avance.feed.mapping.Mapping;

/**
 * A file of a feed, its header read and its columns bound.
 *
 * @param table stands before the first record; whoever opened the file closes it
 * @param layout name of the layout it has; empty where the feed has one only
 * @param file what the table reads; deleted with it where it was unpacked
 */
public record OpenFile(RawTable table, Mapping mapping, String layout, Unpacked file)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    try (file) {
      table.close();
    }
  }
}
