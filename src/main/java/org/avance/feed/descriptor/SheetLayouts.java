package org.avance.feed.descriptor;

import java.util.List;
import org.avance.feed.sheet.SheetLayout;

/** The layouts of whole documents that Avance knows, in the order in which they are tried. */
public final class SheetLayouts {
  public static final List<SheetLayout> ALL = List.of();

  private SheetLayouts() {}

  static List<String> names() {
    return ALL.stream().map(SheetLayout::name).toList();
  }
}
