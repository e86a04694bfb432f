package org.avance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One worksheet of a sample, written as text: {@code # worksheet NAME} or {@code # hidden worksheet
 * NAME}, then a line for each row, its cells between bars. {@code 'text} is a text though it look
 * like a number, {@code =formula -> value} a formula with its value. {@code # merged A1:C1} merges
 * cells, {@code # formatted 3} adds rows of formatted cells without anything in them.
 */
record SampleSheet(String name, boolean hidden, List<String> lines) {
  private static final Pattern START = Pattern.compile("# (hidden )?worksheet (.+)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern FORMULA = Pattern.compile("=(.+) -> (.+)");
  private static final String MERGED = "# merged ";
  private static final String FORMATTED = "# formatted ";
  private static final int LETTERS = 26;

  static List<SampleSheet> of(String text) {
    List<SampleSheet> sheets = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher start = START.matcher(line);
      if (start.matches()) {
        sheets.add(new SampleSheet(start.group(2), start.group(1) != null, new ArrayList<>()));
      } else {
        sheets.get(sheets.size() - 1).lines.add(line);
      }
    }
    return sheets;
  }

  String rows() {
    StringBuilder rows = new StringBuilder();
    int number = 0;
    for (String line : lines) {
      if (line.startsWith(FORMATTED)) {
        for (int i = Integer.parseInt(line.substring(FORMATTED.length())); i > 0; i--) {
          number++;
          rows.append("<row r=\"%1$d\"><c r=\"A%1$d\" s=\"0\"/></row>".formatted(number));
        }
      } else if (!line.startsWith(MERGED)) {
        number++;
        rows.append("<row r=\"").append(number).append("\">");
        rows.append(cells(line, number)).append("</row>");
      }
    }
    return rows.toString();
  }

  String merged() {
    StringBuilder merged = new StringBuilder();
    lines.stream()
        .filter(line -> line.startsWith(MERGED))
        .map(line -> "<mergeCell ref=\"" + line.substring(MERGED.length()) + "\"/>")
        .forEach(merged::append);
    return merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>";
  }

  private static String cells(String line, int row) {
    StringBuilder cells = new StringBuilder();
    String[] texts = line.split("\\|", -1);
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        cells.append(cell(column(i) + row, texts[i]));
      }
    }
    return cells.toString();
  }

  private static String cell(String place, String text) {
    Matcher formula = FORMULA.matcher(text);
    if (formula.matches()) {
      return "<c r=\"%s\"><f>%s</f><v>%s</v></c>"
          .formatted(place, formula.group(1), formula.group(2));
    }
    if (NUMBER.matcher(text).matches()) {
      return "<c r=\"%s\"><v>%s</v></c>".formatted(place, text);
    }
    String plain = text.startsWith("'") ? text.substring(1) : text;
    return "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
        .formatted(place, plain.replace("&", "&amp;").replace("<", "&lt;"));
  }

  /** A, B … Z, AA … as spreadsheets name their columns. */
  private static String column(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : column(index / LETTERS - 1) + last;
  }
}
