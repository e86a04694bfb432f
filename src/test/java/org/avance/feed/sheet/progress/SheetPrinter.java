package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints a made-up sheet in the shape of the layout, with the noise that real ones have. */
final class SheetPrinter {
  private static final String MARKS_MET = "\u2713 ";
  private static final String MARKS_WARNED = "\u26A0 ";

  /** How the cells of a row are parted. */
  enum Form {
    TABS,
    SPACES,
    /** As a page or a PDF hands them on: each line whole, no marks. */
    CLEAN
  }

  private final RandomSheet sheet;
  private final Random random;
  private final Form form;
  private final boolean wide;
  private final boolean breaks;
  private final List<String> lines = new ArrayList<>();
  private int page;

  private SheetPrinter(RandomSheet sheet, Random random, Form form) {
    this.sheet = sheet;
    this.random = random;
    this.form = form;
    this.wide = random.nextBoolean();
    this.breaks = form != Form.CLEAN && random.nextBoolean();
  }

  static String print(RandomSheet sheet, Random random, Form form) {
    return new SheetPrinter(sheet, random, form).print();
  }

  private String print() {
    blanks();
    line(sheet.title());
    blanks();
    section("Información principal del programa", "");
    section(
        "Tipo de enfoque de los objetivos y calidad de los indicadores\u00B9",
        sheet.prose().focus());
    heading();
    blank();
    matrix();
    blank();
    section("", sheet.prose().below());
    line("Seguimiento de los objetivos e indicadores del programa derivado");
    blank();
    sheet.objectives().forEach(this::objective);
    if (!sheet.prose().conclusions().isEmpty()) {
      row(List.of("Conclusiones y sugerencias"));
      section("", sheet.prose().conclusions());
    }
    if (!sheet.prose().footnote().isEmpty()) {
      line("* " + sheet.prose().footnote());
    }
    return String.join("\n", lines);
  }

  private void heading() {
    StringBuilder years = new StringBuilder("" + sheet.years().get(0));
    sheet.years().stream().skip(1).forEach(year -> years.append(" o ").append(year));
    String first = "Distribución del avance de los indicadores respecto de";
    String second = "su meta sexenal, " + years + " según último valor reportado\u00B2";
    if (random.nextInt(3) == 0) {
      lines.add(first);
      lines.add(second);
    } else {
      lines.add(first + " " + second);
    }
  }

  private void matrix() {
    List<String> head = new ArrayList<>(List.of("Enfoque / Avance"));
    head.addAll(RandomSheet.CLASSES);
    head.add("Total general");
    row(head);
    int[] totals = new int[RandomSheet.CLASSES.size()];
    for (int i = 0; i < RandomSheet.FOCI.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(RandomSheet.FOCI.get(i)));
      int sum = 0;
      for (int j = 0; j < totals.length; j++) {
        int n = sheet.matrix()[i][j];
        totals[j] += n;
        sum += n;
        cells.add("" + n);
      }
      cells.add(share(sum));
      row(cells);
    }
    List<String> cells = new ArrayList<>(List.of("Total general"));
    for (int total : totals) {
      cells.add(share(total));
    }
    cells.add("" + sheet.count());
    row(cells);
  }

  private String share(int n) {
    return n + ", " + Math.round(100.0 * n / sheet.count()) + "%";
  }

  private void objective(RandomSheet.Objective objective) {
    row(List.of("Objetivo " + objective.number(), objective.text()));
    List<String> names = new ArrayList<>(List.of("Indicadores"));
    List<String> triples = new ArrayList<>(List.of("Características"));
    List<String> trend = new ArrayList<>(List.of("Tendencia"));
    List<String> interim = new ArrayList<>(List.of("Cumplimiento metas intermedia"));
    List<String> progress = new ArrayList<>(List.of("Avance meta sexenal"));
    for (RandomSheet.Indicator each : objective.indicators()) {
      add(names, each.number() + " " + each.name());
      triples.addAll(List.of(each.role(), each.direction(), each.quality()));
      add(trend, marks(each));
      add(interim, each.interim());
      add(progress, each.progress());
    }
    if (!objective.narrative().isEmpty()) {
      names.add("");
      names.add(
          form == Form.CLEAN ? objective.narrative() : "<p>" + objective.narrative() + "</p>");
    }
    if (random.nextInt(6) == 0 && objective.indicators().size() > 1) {
      loseTriple(triples, 1 + random.nextInt(objective.indicators().size() - 1));
    }
    row(names);
    int lost = random.nextInt(30);
    List<List<String>> rows = List.of(triples, trend, interim, progress);
    for (int i = 0; i < rows.size(); i++) {
      boolean hasMarks =
          rows.get(i) == trend && trend.stream().skip(1).anyMatch(cell -> !cell.isEmpty());
      if (i != lost || hasMarks) {
        row(rows.get(i));
      }
    }
    if (random.nextBoolean()) {
      blank();
    }
  }

  /** As the published sheets do: the others move up. */
  private static void loseTriple(List<String> triples, int indicator) {
    triples.subList(3 * indicator + 1, 3 * indicator + 4).clear();
  }

  private void add(List<String> cells, String cell) {
    cells.add(cell);
    if (wide) {
      cells.add("");
    }
  }

  private String marks(RandomSheet.Indicator indicator) {
    if (indicator.marks().isEmpty() || form == Form.CLEAN) {
      return "";
    }
    StringBuilder list =
        new StringBuilder(random.nextBoolean() ? "<ul style=\"list-style-type: none\">" : "");
    for (int i = 0; i < indicator.marks().size(); i++) {
      list.append(list.isEmpty() ? "" : " ")
          .append(indicator.marks().get(i) ? MARKS_MET : MARKS_WARNED)
          .append(RandomSheet.CRITERIA.get(i));
    }
    return list.toString();
  }

  private void section(String heading, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!heading.isEmpty()) {
      line(heading);
      blank();
    }
    line(text);
    blank();
  }

  private void row(List<String> cells) {
    furniture();
    StringBuilder row = new StringBuilder(form == Form.TABS && random.nextInt(4) == 0 ? "\t" : "");
    for (int i = 0; i < cells.size(); i++) {
      String cell = broken(cells.get(i));
      if (form != Form.SPACES) {
        row.append(i == 0 ? "" : "\t").append(cell);
      } else if (!cell.isBlank()) {
        row.append(row.isEmpty() ? "" : " ".repeat(3 + random.nextInt(4))).append(cell);
      }
    }
    if (form == Form.TABS) {
      row.append("\t".repeat(random.nextInt(4)));
    }
    lines.add(row.toString());
  }

  /** A line break in place of a space, here and there. */
  private String broken(String cell) {
    int space = cell.indexOf(' ');
    boolean may = breaks && space > 0 && cell.indexOf('<') < 0 && random.nextInt(5) == 0;
    return may ? cell.substring(0, space) + "\n" + cell.substring(space + 1) : cell;
  }

  /** A page ends between two rows. */
  private void furniture() {
    if (random.nextInt(12) == 0) {
      page++;
      if (random.nextBoolean()) {
        blank();
      }
      lines.add(
          RandomSheet.pick(List.of("%02d", "Página %d de 9", "- %d -"), random).formatted(page));
      if (random.nextBoolean()) {
        lines.add(sheet.title());
      } else if (page > 1) {
        lines.add("Cédulas de seguimiento | " + page);
      }
    }
  }

  private void line(String text) {
    lines.add(text);
  }

  private void blank() {
    lines.add("");
  }

  private void blanks() {
    for (int i = random.nextInt(4); i > 0; i--) {
      blank();
    }
  }
}
