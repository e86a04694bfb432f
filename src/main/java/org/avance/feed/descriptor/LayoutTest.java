package org.avance.feed.descriptor;

import java.util.List;
import java.util.regex.Pattern;

/** By what a file is known to have a layout. */
public sealed interface LayoutTest {

  /** The header has all these columns. */
  record HeaderHas(List<String> columns) implements LayoutTest {}

  /** The whole file name is of this pattern. */
  record FileNameIs(Pattern pattern) implements LayoutTest {}
}
