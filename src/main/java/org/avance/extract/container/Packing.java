package org.avance.extract.container;

import java.util.regex.Pattern;

/**
 * How a feed's files may be packed.
 *
 * @param entry what the name of the file within a zip is like, folders included
 */
public record Packing(Limits limits, Pattern entry) {
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  /** The usual limits, and zips of one file. */
  public static final Packing USUAL = new Packing(Limits.USUAL, ANY);

  boolean takes(String name) {
    return entry.matcher(name).matches();
  }

  boolean takesAny() {
    return entry.pattern().equals(ANY.pattern());
  }
}
