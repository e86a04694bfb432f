package org.avance.feed.sheet.monitoring;

import java.util.List;
import org.avance.extract.sheettext.SheetLine;

/**
 * What stands under a heading.
 *
 * @param printed the heading as printed
 * @param at first line of the heading
 * @param lines what follows it up to the next one, without running heads; blank lines and page
 *     numbers too
 */
record Section(Heading heading, String printed, SheetLine at, List<SheetLine> lines) {
  Section {
    lines = List.copyOf(lines);
  }

  Section emptied() {
    return new Section(heading, printed, at, List.of());
  }

  Passage prose() {
    return Passage.of(lines);
  }
}
