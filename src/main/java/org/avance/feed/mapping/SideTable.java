package org.avance.feed.mapping;

import java.util.List;
import java.util.Optional;

/**
 * All side records of one lookup.
 *
 * @param columns that are taken, as the descriptor names them
 * @param files in the order in which a partner is looked for
 */
public record SideTable(List<String> columns, List<SideRecords> files) {
  public SideTable {
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /** The cell of the partner in the first file that holds the key; empty where none does. */
  Optional<String> cell(List<String> key, String column) {
    int index = columns.indexOf(column);
    for (SideRecords file : files) {
      Optional<List<String>> taken = file.find(key);
      if (taken.isPresent()) {
        return Optional.of(taken.get().get(index));
      }
    }
    return Optional.empty();
  }
}
