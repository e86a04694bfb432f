package org.avance.feed.mapping;

import java.util.regex.Pattern;

/** Wide to long: which columns of a record become records of their own. */
public sealed interface Melt {

  /** The layout has one figure a column, each with a fact of its own. */
  record None() implements Melt {}

  /** Every column whose whole name is of this pattern; its groups are what {@code melted} takes. */
  record Columns(Pattern pattern) implements Melt {}
}
