package org.avance.feed.mapping;

import java.util.List;
import java.util.function.UnaryOperator;
import org.avance.extract.csv.Dialect;

/**
 * Side files joined to a feed's records by key.
 *
 * @param files paths below the inbox; a key's partner is in the first file that holds the key
 * @param dialect how the side files are written
 * @param key what a side record is known by: columns of its own
 * @param by what a record of the feed names its partner by, in the order of {@code key}
 */
public record Lookup(
    String name,
    List<String> files,
    Dialect dialect,
    RaggedRows raggedRows,
    List<Origin> key,
    List<Origin> by,
    NoPartner noPartner) {

  /** What a record is whose key is in none of the side files. */
  public enum NoPartner {
    QUARANTINE,
    /** It is loaded, and what it would have taken is blank. */
    BLANK
  }

  public Lookup {
    files = List.copyOf(files);
    key = List.copyOf(key);
    by = List.copyOf(by);
  }

  /** This lookup with each origin of {@code by} replaced. */
  Lookup with(UnaryOperator<Origin> bound) {
    List<Origin> replaced = by.stream().map(bound).toList();
    return new Lookup(name, files, dialect, raggedRows, key, replaced, noPartner);
  }
}
