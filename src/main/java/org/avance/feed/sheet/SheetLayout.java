package org.avance.feed.sheet;

import java.util.List;
import java.util.Set;
import org.avance.extract.sheettext.SheetText;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;

/** One family of documents, whatever programme they are about. */
public interface SheetLayout {

  /** What descriptors and messages call it, for example {@code progress-sheet}. */
  String name();

  /**
   * The headings that a document of this family has, all of them; compared without case, accents
   * and extra spaces, and also where a heading is broken over two lines.
   */
  List<String> anchors();

  /** Kinds of fact that its documents may state. */
  Set<FactKind> kinds();

  /**
   * What a document states. Total: what a document lacks, or what can't be read, is an issue; no
   * document of the family makes it throw.
   *
   * @throws RefusedFile where the document does not say whose it is or of which year
   */
  SheetReading read(SheetText text, SheetWords words) throws RefusedFile;
}
