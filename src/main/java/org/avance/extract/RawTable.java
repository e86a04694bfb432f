package org.avance.extract;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;

/** A table being read, once, from its first record to its last. */
public interface RawTable extends AutoCloseable {

  /** Column names as printed, trimmed; a trailing unnamed column is left out. */
  List<String> header();

  /** Rows above the header, as printed, numbered from the top of the file. */
  List<RawRow> preamble();

  /**
   * The next record under the header, blank ones too; empty at the end.
   *
   * @throws RefusedFile where the rest of the file can't be trusted: an unbalanced quote, bytes the
   *     encoding can't hold, a record beyond the limit
   */
  Optional<RawRow> next() throws IOException, RefusedFile;

  /** Name of the worksheet it stands on; empty where a file is one table. */
  default String sheet() {
    return "";
  }

  /** What is to be said of the file as a whole; complete once the last record is read. */
  default List<Issue> notes() {
    return List.of();
  }

  @Override
  void close() throws IOException;
}
