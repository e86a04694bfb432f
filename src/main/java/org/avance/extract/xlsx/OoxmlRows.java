package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.issue.RefusedFile;

/** The rows of an XML worksheet, pulled from its part one at a time. */
final class OoxmlRows implements SheetRows {
  private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,4})\\$?\\d{1,9}");

  private final XmlPart part;
  private final OoxmlCells texts;
  private final RowCells row;
  private boolean ended;

  OoxmlRows(XmlPart part, OoxmlCells texts, RowCells row) {
    this.part = part;
    this.texts = texts;
    this.row = row;
  }

  @Override
  public Optional<SheetRow> next() throws IOException, RefusedFile {
    while (!ended && part.next()) {
      if (part.starts("row")) {
        readRow();
        if (row.isFilled()) {
          return Optional.of(row.row());
        }
      }
      ended = part.ends("sheetData");
    }
    return Optional.empty();
  }

  private void readRow() throws IOException, RefusedFile {
    Optional<Integer> number = part.number("r");
    row.begin(number.isPresent() ? number.get() : row.number() + 1);
    int column = 0;
    while (part.next() && !part.ends("row")) {
      if (part.starts("c")) {
        Optional<String> reference = part.attribute("r");
        column = reference.isPresent() ? column(reference.get()) : column;
        read(column);
        column++;
      }
    }
  }

  private void read(int column) throws IOException, RefusedFile {
    OoxmlCells.Cell cell = texts.read(part);
    row.set(column, cell.text());
    if (cell.uncomputed()) {
      row.uncomputed(column);
    }
  }

  /** The 0-based column of a reference such as {@code AB12}. */
  private int column(String reference) throws RefusedFile {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      throw part.damaged("a cell's place such as AB12", "\"" + reference + "\"");
    }
    int column = 0;
    for (char letter : matcher.group(1).toCharArray()) {
      column = 26 * column + Character.toUpperCase(letter) - 'A' + 1;
    }
    return column - 1;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
