package org.avance.feed;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.feed.mapping.Bindings;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.model.Footing;

/** A file of a feed, opened as far as its first record; whoever opened it closes it. */
public sealed interface OpenFile extends AutoCloseable permits OpenTable, OpenSheet {

  /** Name of the layout it has; empty where the feed has one only. */
  String layout();

  /** Name of the worksheet that its records stand on; empty where it is no workbook. */
  String sheet();

  /** The columns' names; none of a whole document. */
  List<String> header();

  /** The columns that figures stand in. */
  List<String> valueColumns();

  /** Where each word of the facts comes from; nothing of a whole document. */
  Bindings bindings();

  /** The figures that the file prints about itself above its records. */
  List<Footing.Printed> printedAbove();

  /** The figures that the file must print about itself among its records. */
  List<Footing.Awaited> awaited();

  /** Lines that its pages begin on; none where it has no pages. */
  List<Long> pages();

  /**
   * What is to be said of the file as a whole, at most one issue of each code; complete once the
   * last record is read.
   */
  List<Issue> notes();

  /**
   * The next record; empty at the end.
   *
   * @throws RefusedFile where the rest of the file can't be trusted
   */
  Optional<RawRow> next() throws IOException, RefusedFile;

  /** What a record of this file states; a function of the record alone. */
  MappedRecord map(RawRow record);

  @Override
  void close() throws IOException;
}
