package org.avance.feed.descriptor;

import java.util.List;
import org.avance.extract.container.Packing;
import org.avance.feed.sheet.SheetWords;
import org.avance.feed.trust.Scope;
import org.avance.feed.trust.Trust;

/**
 * What one {@code jobs/<feed>.yaml} says.
 *
 * @param agency who sends the files
 * @param source where the agency publishes them; empty where it is not said
 * @param files globs of the files that are the feed's, relative to the inbox
 * @param layouts of tables, in the order in which they are tried; none where files are documents
 * @param documents what is said about whole documents; one where files are such, else none
 */
public record Descriptor(
    String feed,
    String title,
    String agency,
    String source,
    List<String> files,
    Packing packing,
    EditionPlan edition,
    Scope scope,
    Trust trust,
    List<Layout> layouts,
    List<SheetWords> documents) {
  public Descriptor {
    files = List.copyOf(files);
    layouts = List.copyOf(layouts);
    documents = List.copyOf(documents);
  }
}
