package org.avance.feed;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.extract.RawTable;
import org.avance.extract.container.Unpacked;
import org.avance.feed.mapping.Bindings;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.mapping.Mapping;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.model.Footing;

/**
 * A table, its header read and its columns bound.
 *
 * @param table stands before the first record
 * @param file what the table reads, closed with it
 */
record OpenTable(RawTable table, Mapping mapping, String layout, Unpacked file)
    implements OpenFile {

  @Override
  public String sheet() {
    return table.sheet();
  }

  @Override
  public List<String> header() {
    return table.header();
  }

  @Override
  public List<String> valueColumns() {
    return mapping.valueColumns();
  }

  @Override
  public Bindings bindings() {
    return mapping.bindings();
  }

  @Override
  public List<Footing.Printed> printedAbove() {
    return mapping.printedAbove();
  }

  @Override
  public List<Footing.Awaited> awaited() {
    return mapping.awaited();
  }

  @Override
  public List<Long> pages() {
    return List.of();
  }

  @Override
  public List<Issue> notes() {
    return table.notes();
  }

  @Override
  public Optional<RawRow> next() throws IOException, RefusedFile {
    return table.next();
  }

  @Override
  public MappedRecord map(RawRow record) {
    return mapping.map(record);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      table.close();
    }
  }
}
