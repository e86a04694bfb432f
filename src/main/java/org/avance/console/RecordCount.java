package org.avance.console;

import java.util.ArrayList;
import java.util.List;
import org.avance.warehouse.Cell;
import org.avance.warehouse.Query;

/** Counts the records of an answer with a row for each fault, in the order of its records. */
final class RecordCount implements Query.Answer {
  private final CsvAnswer page;
  private final List<Integer> identity = new ArrayList<>();
  private List<Cell> last = List.of();
  private long records;
  private boolean begun;

  RecordCount(CsvAnswer page) {
    this.page = page;
  }

  @Override
  public void columns(List<String> names) {
    begun = true;
    identity.add(names.indexOf("delivery_id"));
    identity.add(names.indexOf("record_no"));
    page.columns(names);
  }

  @Override
  public void row(List<Cell> cells) {
    List<Cell> record = identity.stream().map(cells::get).toList();
    if (!record.equals(last)) {
      records++;
      last = record;
    }
    page.row(cells);
  }

  /** A file of a warehouse without tables has its header all the same. */
  void end() {
    if (!begun) {
      page.columns(List.of("feed", "file_name", "delivery_id", "record_no"));
    }
    page.end();
  }

  long records() {
    return records;
  }
}
