package org.avance.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;

/** What a feed's files hold: tables of records, or whole documents. */
sealed interface Content permits TableFiles, SheetFiles {

  /** Kinds of fact that its records may state. */
  Set<FactKind> kinds();

  /** What is right and may not be meant, in words. */
  default List<String> notes() {
    return List.of();
  }

  /** Paths below the inbox of the side files that it needs. */
  List<String> sideFiles();

  /**
   * The edition that a file's name states; by arrival where names say nothing.
   *
   * @throws RefusedFile where the name should state it and does not
   */
  Edition edition(String fileName) throws RefusedFile;

  Arrival arrival(Path file, String fileName) throws IOException, RefusedFile;

  OpenFile open(Path file, String fileName, SideFiles sides) throws IOException, RefusedFile;
}
