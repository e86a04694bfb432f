package org.avance.feed.descriptor;

import org.avance.feed.mapping.Origin;

/** How the deliveries of a feed are ordered. */
public sealed interface EditionPlan {

  /** As they arrive. */
  record ByArrival() implements EditionPlan {}

  /**
   * By a text that sorts.
   *
   * @param text constant, taken from the file name, or composed of such texts
   */
  record Named(Origin text, YearEnd yearEnd) implements EditionPlan {}

  /** Which year is meant where an edition such as {@code 2023-2024} names two. */
  enum YearEnd {
    /** It names one; two are refused. */
    ONLY,
    FIRST,
    LAST
  }
}
