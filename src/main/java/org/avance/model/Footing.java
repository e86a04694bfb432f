package org.avance.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a row has to do with the figures that a file prints about itself: totals, subtotals, its
 * number of records. Each kind of such figures has a number within the file's layout.
 *
 * @param groups whose totals the row's numbers are part of, beside those of all records
 * @param printed the figures that stand in it
 * @param parts what it adds to printed figures beside its numeric cells
 */
public record Footing(List<Group> groups, List<Printed> printed, List<Part> parts) {
  public static final Footing NONE = new Footing(List.of(), List.of());

  /** Without parts of its own. */
  public Footing(List<Group> groups, List<Printed> printed) {
    this(groups, printed, List.of());
  }

  public Footing {
    groups = List.copyOf(groups);
    printed = List.copyOf(printed);
    parts = List.copyOf(parts);
  }

  /** Records that are added up together. */
  public record Group(int kind, String text) {}

  /**
   * A figure printed about others.
   *
   * @param group the records that it adds up; empty for all
   * @param column whose numbers it adds up; empty where it counts records
   * @param name what messages call it
   */
  public record Printed(int kind, String group, String column, String name, BigDecimal figure) {}

  /**
   * An amount that is part of a printed figure though no value column holds it: a record counted.
   */
  public record Part(int kind, String group, String column, BigDecimal amount) {}

  /** A figure that the file must print somewhere among its records. */
  public record Awaited(int kind, String name) {}
}
