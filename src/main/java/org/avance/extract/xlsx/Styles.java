package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.avance.issue.RefusedFile;

/**
 * The number formats of a workbook's cells.
 *
 * @param formatIds by index of the cell style
 * @param codes of the workbook's own formats, by their ids
 */
record Styles(List<Integer> formatIds, Map<Integer, String> codes) {
  static final Styles NONE = new Styles(List.of(), Map.of());

  Styles {
    formatIds = List.copyOf(formatIds);
    codes = Map.copyOf(codes);
  }

  static Styles read(XmlPart part) throws IOException, RefusedFile {
    List<Integer> formatIds = new ArrayList<>();
    Map<Integer, String> codes = new HashMap<>();
    boolean ofCells = false;
    while (part.next()) {
      if (part.starts("numFmt")) {
        codes.put(part.number("numFmtId").orElse(0), part.attribute("formatCode").orElse(""));
      } else if (part.starts("cellXfs") || part.ends("cellXfs")) {
        ofCells = part.starts("cellXfs");
      } else if (ofCells && part.starts("xf")) {
        formatIds.add(part.number("numFmtId").orElse(0));
      }
    }
    return new Styles(formatIds, codes);
  }
}
