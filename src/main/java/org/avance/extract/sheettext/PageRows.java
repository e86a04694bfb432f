package org.avance.extract.sheettext;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a page, told by where its glyphs stand:
 *
 * <ul>
 *   <li>glyphs side by side, by half of their height at least, are one line, from left to right: a
 *       raised footnote mark is in the line that it belongs to;
 *   <li>within a line, a gap much wider than a space parts two cells ({@link PageGap});
 *   <li>a line with fewer cells than the lines above it, where they follow closely, has an empty
 *       cell in each gap in which a cell stands above.
 * </ul>
 *
 * <p>What this can't know: which lines are the parts of one cell whose text was wrapped (each stays
 * a line), where a paragraph ends, whether a word was parted at a hyphen, and whether columns of
 * prose side by side are a table (they are read as one).
 */
final class PageRows {
  private static final float SIDE_BY_SIDE = 0.5f;

  private final List<Glyph> glyphs;

  PageRows(List<Glyph> glyphs) {
    this.glyphs =
        glyphs.stream()
            .sorted(Comparator.comparingDouble(Glyph::turn).thenComparingDouble(Glyph::base))
            .toList();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    PageColumns columns = new PageColumns();
    for (List<Glyph> row : rows()) {
      lines.add(Normalizer.normalize(columns.line(PageCell.of(row)), Normalizer.Form.NFC));
    }
    return lines;
  }

  /** A space never begins a row: it may be of any size. */
  private List<List<Glyph>> rows() {
    List<List<Glyph>> rows = new ArrayList<>();
    Optional<Glyph> tallest = Optional.empty();
    for (Glyph glyph : glyphs) {
      boolean goesOn = tallest.isPresent() && isBeside(glyph, tallest.get());
      if (glyph.isSpace() && !goesOn) {
        continue;
      }
      if (!goesOn) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(glyph);
      boolean outgrown = glyph.isSpace() || (goesOn && tallest.get().height() >= glyph.height());
      tallest = outgrown ? tallest : Optional.of(glyph);
    }
    return rows;
  }

  private static boolean isBeside(Glyph one, Glyph other) {
    float shared = Math.min(one.base(), other.base()) - Math.max(one.top(), other.top());
    return one.turn() == other.turn()
        && shared >= SIDE_BY_SIDE * Math.min(one.height(), other.height());
  }
}
