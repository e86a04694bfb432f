package org.avance.feed.sheet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.avance.extract.sheettext.PdfPages;
import org.avance.extract.sheettext.SheetText;
import org.avance.extract.sheettext.SheetTexts;
import org.avance.feed.sheet.Recognition;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetSpecs;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up sheets of other programmes, printed with the noise of real documents and read back: every
 * field is equal, or missing with an issue that says so; none is wrong, none is made up.
 */
class GeneratedSheetsTest {
  private static final int SHEETS = 120;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final MonitoringSheet LAYOUT = new MonitoringSheet();

  private static final Set<String> NEEDED =
      Set.of("Cobertura", "Presupuesto Ejercido *", "Análisis del Sector");

  @TempDir private Path folder;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void text_files_are_read_as_printed() throws Exception {
    for (int seed = 1; seed <= SHEETS; seed++) {
      Draw draw = Draw.of(seed);
      Model model = Model.of(draw);
      List<Part> parts = some(draw, model);
      String text = String.join(draw.any("\n", "\r\n"), new Printer(draw).lines(parts));
      byte[] bytes =
          draw.oneIn(3)
              ? text.getBytes(WINDOWS)
              : (draw.any("", "\uFEFF") + text).getBytes(StandardCharsets.UTF_8);
      compare("sheet " + seed, model, parts, bytes);
    }
    verdict();
  }

  @Test
  void web_pages_are_read_as_printed() throws Exception {
    for (int seed = 1; seed <= SHEETS / 2; seed++) {
      Draw draw = Draw.of(seed * 1_000L);
      Model model = Model.of(draw);
      List<Part> parts = some(draw, model);
      byte[] html = html(new Printer(draw).lines(parts)).getBytes(StandardCharsets.UTF_8);
      compare("page " + seed, model, parts, html);
    }
    verdict();
  }

  @Test
  void pdf_documents_are_read_as_printed() throws Exception {
    for (int seed = 1; seed <= SHEETS / 2; seed++) {
      Draw draw = Draw.of(seed * 7_000L);
      Model model = Model.of(draw);
      List<Part> parts = some(draw, model);
      String text = String.join("\n", new Printer(draw).lines(parts)).replaceAll(" {3,}", "\t");
      compare("pdf " + seed, model, parts, PdfPages.print(text));
    }
    verdict();
  }

  /**
   * Any section may be missing, or empty, but the two that tell the family, and the one with the
   * key.
   */
  private static List<Part> some(Draw draw, Model model) {
    List<Part> parts = new ArrayList<>();
    for (Part part : model.parts()) {
      boolean needed = NEEDED.contains(part.heading());
      if (!needed && draw.oneIn(12)) {
        parts.add(new Part(part.heading()).block(draw.any("ND", "", "NA")));
      } else if (needed || !draw.oneIn(10)) {
        parts.add(part);
      }
    }
    if (!parts.contains(model.analysis())) {
      model.populations().field("SERVED TOTAL caveats", "[]");
    }
    return parts;
  }

  /** Rows as tables; lines of text with breaks between them, up to the next blank one. */
  private static String html(List<String> lines) {
    StringBuilder html = new StringBuilder("<html><body>\n");
    boolean open = false;
    for (String line : lines) {
      boolean row = line.contains("\t");
      boolean text = !row && !line.isBlank();
      html.append(text && open ? "<br>" : open ? "</p>\n" : text ? "<p>" : "");
      open = text;
      html.append(
          row
              ? "<table><tr><td>" + line.replace("\t", "</td><td>") + "</td></tr></table>\n"
              : line);
    }
    return html.append("</body></html>").toString();
  }

  private void compare(String name, Model model, List<Part> parts, byte[] bytes) throws Exception {
    Map<String, String> expected = new TreeMap<>();
    expected.put("programme", "51 " + model.code());
    expected.put("year", String.valueOf(model.year()));
    parts.forEach(part -> expected.putAll(part.fields()));
    SheetReading reading = read(bytes);
    Map<String, String> actual = new TreeMap<>(Facts.of(reading));
    expected.forEach(
        (field, value) -> compare(name + ", " + field, value, actual.remove(field), reading));
    actual.forEach((field, value) -> count("wrong", name + ", " + field + " is made up: " + value));
    assertThat(printed(reading)).doesNotContainIgnoringCase("inventad").doesNotContain("5599999999", "5599999998", "@example.org");
  }

  private SheetReading read(byte[] bytes) throws Exception {
    SheetText text = SheetTexts.read(file(bytes));
    Recognition known = new Recognition(List.of(LAYOUT), List.of(LAYOUT.name()));
    assertThat(known.of(text)).isSameAs(LAYOUT);
    return LAYOUT.read(text, SheetSpecs.words(LAYOUT.name()));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("sheet"), bytes);
  }

  private void compare(String name, String expected, String actual, SheetReading reading) {
    if (expected.equals(actual)) {
      count("equal", "");
    } else if ((actual == null || actual.isEmpty() || actual.startsWith("BLANK"))
        && isSaid(reading)) {
      count("missing", "");
    } else {
      count("wrong", name + " is " + actual + ", printed " + expected);
    }
  }

  /** True where the sheet's issues say that something could not be read. */
  private static boolean isSaid(SheetReading reading) {
    return issues(reading).stream()
        .anyMatch(
            issue ->
                issue.severity() == Severity.ERROR
                    || issue.code() == IssueCode.STATEMENT_UNREAD
                    || issue.code() == IssueCode.SHEET_PART_LACKING);
  }

  private static List<Issue> issues(SheetReading reading) {
    List<Issue> issues = new ArrayList<>(reading.issues());
    reading.records().forEach(each -> issues.addAll(each.issues()));
    return issues;
  }

  /** All that leaves the layout: facts, records as they stand, and issues. */
  private static String printed(SheetReading reading) {
    return reading.records() + "\n" + reading.identity() + "\n" + reading.issues();
  }

  private void count(String what, String detail) {
    counts.merge(what, 1, Integer::sum);
    if (what.equals("wrong")) {
      wrong.add(detail);
    }
  }

  private void verdict() {
    assertThat(wrong).isEmpty();
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(counts.getOrDefault("missing", 0)).isLessThan(all / 50);
  }
}
