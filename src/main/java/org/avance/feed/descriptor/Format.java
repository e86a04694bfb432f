package org.avance.feed.descriptor;

import java.util.List;

/** {@code format}: what the table of a layout stands in. */
enum Format {
  CSV {
    @Override
    List<String> dialectWords() {
      return DialectWords.OF_TEXT;
    }

    @Override
    TableFormat of(Table table) {
      return new TableFormat.Delimited(table.dialect());
    }
  },
  XLSX {
    @Override
    List<String> dialectWords() {
      return DialectWords.OF_WORKBOOKS;
    }

    @Override
    TableFormat of(Table table) {
      return new TableFormat.Workbook(table.workbook());
    }
  };

  /** The words of {@code dialect} that mean something in this format. */
  abstract List<String> dialectWords();

  /** How a table so written is opened. */
  abstract TableFormat of(Table table);
}
