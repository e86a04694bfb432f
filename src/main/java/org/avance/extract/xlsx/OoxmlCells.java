package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.issue.RefusedFile;

/** Texts of the cells of an XML worksheet. */
record OoxmlCells(SharedStrings strings, CellFormats formats) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?Z?$");

  /**
   * What a cell holds.
   *
   * @param uncomputed whether it holds a formula without a value
   */
  record Cell(String text, boolean uncomputed) {}

  /** Reads the cell that starts here up to its end. */
  Cell read(XmlPart part) throws IOException, RefusedFile {
    String type = part.attribute("t").orElse("n");
    int style = part.number("s").orElse(0);
    String text = "";
    boolean computes = false;
    boolean valued = false;
    while (part.next() && !part.ends("c")) {
      if (part.starts("v")) {
        String value = part.text();
        text = text(part, type, style, value);
        valued = !value.isEmpty() || type.equals("str");
      } else if (part.starts("is")) {
        text = RichText.read(part, "is");
        valued = true;
      } else if (part.starts("f")) {
        computes = true;
      }
    }
    return new Cell(text, computes && !valued);
  }

  private String text(XmlPart part, String type, int style, String value) throws RefusedFile {
    return switch (type) {
      case "s" -> shared(part, value);
      case "str", "inlineStr" -> RichText.unescaped(value);
      case "b" -> value.strip().equals("0") ? "FALSE" : "TRUE";
      case "e" -> value;
      case "d" -> MIDNIGHT.matcher(value).replaceFirst("");
      default -> number(style, value);
    };
  }

  private String shared(XmlPart part, String value) throws RefusedFile {
    Optional<String> text =
        value.strip().matches("\\d{1,9}")
            ? strings.find(Integer.parseInt(value.strip()))
            : Optional.empty();
    if (text.isEmpty()) {
      throw part.damaged("the number of a shared text", "\"" + value + "\"");
    }
    return text.get();
  }

  /** The text of a number; as it stands where it is none that a spreadsheet can hold. */
  private String number(int style, String value) {
    String printed = value.strip();
    if (!NUMBER.matcher(printed).matches()) {
      return printed;
    }
    double number = Double.parseDouble(printed);
    return Double.isFinite(number) ? formats.text(number, style) : printed;
  }
}
