package org.avance.feed;

import java.io.IOException;
import org.avance.extract.RawTable;
import org.avance.feed.mapping.Mapping;

/**
 * A file of a feed, its header read and its columns bound.
 *
 * @param table stands before the first record; whoever opened the file closes it
 * @param layout name of the layout it has; empty where the feed has one only
 */
public record OpenFile(RawTable table, Mapping mapping, String layout) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    table.close();
  }
}
