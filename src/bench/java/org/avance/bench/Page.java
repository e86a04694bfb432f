package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as tables: for the console, and for the page that keeps them. */
record Page(Board board, Settings settings, Machine machine) {
  private static final String BEGIN = "<!-- results -->";
  private static final String END = "<!-- end of results -->";
  private static final List<String> HEADER =
      List.of(
          "case",
          "rounds",
          "rows",
          "seconds",
          "rows/s",
          "of the floor",
          "client CPU s",
          "client peak MB",
          "server CPU s",
          "server peak MB");
  private static final List<String> TARGETS = List.of("figure", "found", "wanted", "");

  /** Both tables with their columns under one another. */
  String forConsole() {
    return aligned(measured()) + "\n" + aligned(targets());
  }

  /** Replaces what the page says between its two marks. */
  void writeInto(Path page) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new WrongResult("%s: expected the marks %s and %s".formatted(page, BEGIN, END));
    }
    String results =
        "%s%n%s%n%n%s%n%s%n"
            .formatted(BEGIN, machine.inWords(), marked(measured()), marked(targets()));
    Files.writeString(page, text.substring(0, begin) + results + text.substring(end));
  }

  private List<List<String>> measured() {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    board.lines().forEach(line -> rows.add(row(line)));
    return rows;
  }

  private List<String> row(String line) {
    return List.of(
        line,
        Integer.toString(board.of(line).size()),
        number("%,.0f", board.median(line, one -> one.rows() > 1 ? one.rows() : 0)),
        number("%,.1f", board.median(line, Measured::seconds)),
        rate(board.median(line, Measured::rowsASecond)),
        ofFloor(line),
        number("%.1f", board.median(line, one -> one.client().cpuSeconds())),
        number("%.0f", board.median(line, one -> one.client().peakMegabytes())),
        number("%.1f", board.median(line, one -> one.server().cpuSeconds())),
        number("%.0f", board.median(line, one -> one.server().peakMegabytes())));
  }

  /** Files come by the dozen a second, rows by the thousand, a start once. */
  private static String rate(double aSecond) {
    return aSecond < 1 ? "" : number(aSecond < 100 ? "%.1f" : "%,.0f", aSecond);
  }

  /** The floor of the same size, of the same round. */
  private String ofFloor(String line) {
    int comma = line.indexOf(" observations, ");
    if (comma < 0) {
      return "";
    }
    String floor = line.substring(0, comma) + " observations, " + IndicatorCase.FLOOR;
    return board.has(floor) ? number("%.2f", board.ratio(line, floor)) : "";
  }

  private List<List<String>> targets() {
    List<List<String>> rows = new ArrayList<>(List.of(TARGETS));
    for (Target target : new Targets(board, settings).list()) {
      rows.add(List.of(target.what(), target.foundInWords(), target.demand(), target.verdict()));
    }
    return rows;
  }

  /** Nothing where nothing was looked at. */
  private static String number(String format, double number) {
    return number == 0 ? "" : String.format(Locale.ROOT, format, number);
  }

  private static String marked(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(1, rows.get(0).stream().map(name -> "---").toList());
    return all.stream()
        .map(row -> "| " + String.join(" | ", row) + " |\n")
        .collect(Collectors.joining());
  }

  private static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
        text.append(("%" + (i == 0 ? "-" : "") + Math.max(1, width) + "s  ").formatted(row.get(i)));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
