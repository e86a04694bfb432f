package org.avance.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a descriptor makes of one file, nothing written.
 *
 * @param fileName without folders
 * @param layout name of the layout chosen; empty where the feed has one only
 * @param edition empty where the feed orders its deliveries by arrival
 * @param editionYear 0 where the edition names no year
 * @param scope what the delivery would state completely, {@code edition}, {@code feed} or {@code
 *     none}
 * @param bindings where the words of the facts come from
 * @param unusedColumns columns of the file that nothing is taken from
 * @param first the facts of the first staged records
 * @param counts as far as they can be known without a warehouse
 * @param columns the value columns
 * @param sameKeys records that share a key with another and state other values
 * @param reasons why a run would reject the file; none where nothing in it speaks against it
 * @param notes what could not be judged, or is worth knowing
 */
public record TrialResult(
    String feed,
    String fileName,
    String layout,
    String edition,
    int editionYear,
    String scope,
    List<Binding> bindings,
    List<String> unusedColumns,
    List<FactLine> first,
    DeliveryCounts counts,
    List<ColumnSums> columns,
    long sameKeys,
    List<String> reasons,
    List<String> notes) {

  /**
   * A word of the descriptor in this file.
   *
   * @param from column names, and constants in quotes
   */
  public record Binding(String word, List<String> from) {
    public Binding {
      from = List.copyOf(from);
    }
  }

  /**
   * One fact.
   *
   * @param line of the file that its record begins on
   * @param words in the order and by the names that staging has; blank ones too
   */
  public record FactLine(String kind, long line, Map<String, String> words) {}

  /**
   * The numeric cells of one value column, by what the mapping made of their records; repeated
   * records are among the staged ones.
   */
  public record ColumnSums(
      String column,
      long cells,
      BigDecimal read,
      BigDecimal staged,
      BigDecimal quarantined,
      BigDecimal totals,
      BigDecimal filtered) {}

  public TrialResult {
    bindings = List.copyOf(bindings);
    unusedColumns = List.copyOf(unusedColumns);
    first = List.copyOf(first);
    columns = List.copyOf(columns);
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }
}
