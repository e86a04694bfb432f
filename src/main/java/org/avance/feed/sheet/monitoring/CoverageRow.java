package org.avance.feed.sheet.monitoring;

import java.util.List;
import org.avance.extract.sheettext.SheetLine;

/**
 * A labelled value.
 *
 * @param value as printed; empty where nothing is
 * @param doubtful a lone small number stands under the label, which may be a page's
 */
record CoverageRow(CoverageLabel label, String value, boolean doubtful, List<SheetLine> lines) {
  CoverageRow {
    lines = List.copyOf(lines);
  }
}
