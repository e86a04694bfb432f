package org.avance.feed.mapping;

import java.util.Set;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/**
 * A test of one column's cell.
 *
 * @param column name of the column
 */
public record Condition(String column, Test test) {

  /** What the cell must be, white space at its ends aside. */
  public sealed interface Test {
    default boolean holds(String cell) {
      String text = Texts.trimmed(cell);
      if (this instanceof Equals equals) {
        return equals.keys.contains(Texts.key(text));
      }
      if (this instanceof Matching matching) {
        return matching.pattern.matcher(text).matches();
      }
      return ((Blank) this).expected == text.isEmpty();
    }
  }

  /** One of these words, case and accents aside; each as {@link Texts#key}. */
  public record Equals(Set<String> keys) implements Test {
    public Equals {
      keys = Set.copyOf(keys);
    }
  }

  /** The whole text is of this pattern. */
  public record Matching(Pattern pattern) implements Test {}

  /** Blank, or anything but blank. */
  public record Blank(boolean expected) implements Test {}
}
