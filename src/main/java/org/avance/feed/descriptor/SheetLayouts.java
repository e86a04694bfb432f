package org.avance.feed.descriptor;

import java.util.List;
import org.avance.feed.sheet.SheetLayout;
import org.avance.feed.sheet.monitoring.MonitoringSheet;
import org.avance.feed.sheet.progress.ProgressSheet;

/** The layouts of whole documents that Avance knows, in the order in which they are tried. */
public final class SheetLayouts {
  public static final List<SheetLayout> ALL = List.of(new ProgressSheet(), new MonitoringSheet());

  private SheetLayouts() {}

  static List<String> names() {
    return ALL.stream().map(SheetLayout::name).toList();
  }
}
