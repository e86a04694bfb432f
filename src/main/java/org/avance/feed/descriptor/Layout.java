package org.avance.feed.descriptor;

import java.util.List;
import org.avance.feed.mapping.MappingPlan;

/**
 * One form that a feed's files have or had.
 *
 * @param name empty where the feed has one layout only
 * @param when all must hold; empty for the layout of every file that no other one fits
 */
public record Layout(String name, List<LayoutTest> when, TableFormat format, MappingPlan mapping) {
  public Layout {
    when = List.copyOf(when);
  }
}
