package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints a made-up sheet in the shape of the family, with whatever befalls such documents. */
record Printer(Draw draw) {
  private static final String HEAD = "Sistema de Seguimiento del Sector";

  /** The lines of the document. */
  List<String> lines(List<Part> parts) {
    List<Part> order = new ArrayList<>(parts);
    if (draw.oneIn(2)) {
      Collections.shuffle(order, draw.random());
    }
    List<String> lines = new ArrayList<>();
    for (Part part : order) {
      blank(lines);
      heading(part.heading(), lines);
      blank(lines);
      part.blocks().forEach(block -> block(block, lines));
    }
    return withPages(lines);
  }

  private void blank(List<String> lines) {
    for (int i = draw.from(0, 2); i > 0; i--) {
      lines.add(draw.any("", " ", "\u00A0"));
    }
  }

  private void heading(String heading, List<String> lines) {
    String printed = draw.oneIn(8) ? heading.toUpperCase(Locale.ROOT) : heading;
    if (draw.oneIn(3) && printed.contains(" ")) {
      int at = printed.indexOf(' ', draw.from(0, printed.lastIndexOf(' ')));
      lines.add(printed.substring(0, at) + "\n" + printed.substring(at + 1));
    } else {
      lines.add(printed);
    }
  }

  private void block(String block, List<String> lines) {
    if (block.contains("\t")) {
      row(block, lines);
    } else {
      wrap(block, draw.any(10_000, 70, 95, 120), lines);
    }
  }

  private void row(String row, List<String> lines) {
    String gap = draw.oneIn(3) ? " ".repeat(draw.from(3, 9)) : "\t";
    String printed = row.replace("\t", gap);
    if (draw.oneIn(4) && printed.startsWith("Población Atendida/ ")) {
      printed = printed.replace("Atendida/ ", "Atendida/\n");
    } else if (draw.oneIn(4)) {
      printed = printed.replaceFirst(" \\((PP|PO|PA)\\)", "\n($1)");
    }
    lines.addAll(List.of(printed.split("\n")));
  }

  private static void wrap(String text, int width, List<String> lines) {
    String rest = text;
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      lines.add(rest.substring(0, at));
      rest = rest.substring(at + 1);
    }
    lines.add(rest);
  }

  /** Pages end anywhere but within a heading: in a paragraph, between two rows. */
  private List<String> withPages(List<String> lines) {
    List<String> paged = new ArrayList<>(lines);
    boolean headed = draw.oneIn(3);
    int pages = draw.from(2, 5);
    int end = paged.size();
    for (int page = pages; page > 0; page--) {
      int at = end * page / pages - draw.from(0, end / pages - 1);
      List<String> foot = new ArrayList<>();
      if (draw.oneIn(2)) {
        foot.add("");
      }
      foot.add(draw.any("0" + page, "0" + page, "Página " + page + " de " + pages));
      if (headed) {
        foot.add(HEAD);
      }
      if (draw.oneIn(2)) {
        foot.add("Ficha de Monitoreo y Evaluación 2017-2018");
      }
      paged.addAll(at, foot);
    }
    return paged.stream().flatMap(line -> Stream.of(line.split("\n", -1))).toList();
  }
}
