package org.avance.load;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.avance.model.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A column of a staging table: its name, its type, and how a fact fills it. One list of them makes
 * the table, the load statement and the rows, so that the three can't disagree.
 */
record StagingColumn<F extends Fact>(
    String name, String type, Function<StagedFact<F>, @Nullable Object> value) {

  static <F extends Fact> StagingColumn<F> column(
      String name, String type, Function<StagedFact<F>, @Nullable Object> value) {
    return new StagingColumn<>(name, type, value);
  }

  /** As a statement that creates a table lists them. */
  static String definitions(List<? extends StagingColumn<?>> columns) {
    return columns.stream()
        .map(column -> "  " + column.name() + " " + column.type())
        .collect(Collectors.joining(",\n"));
  }
}
