package org.avance.feed.sheet.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.avance.extract.sheettext.PdfPages;
import org.avance.extract.sheettext.SheetText;
import org.avance.extract.sheettext.SheetTexts;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetSpecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up sheets, printed with noise and read back: every field is what was printed, or is missing
 * and an issue says so; none is wrong.
 */
class GeneratedSheetsTest {
  /** Of each form; the suite has few minutes, a sweep by hand has hours. */
  private static final int SHEETS = Integer.getInteger("avance.sheets", 25);

  @TempDir private Path folder;

  @Test
  void with_tabs() throws Exception {
    Tally tally = new Tally();
    for (int seed = 0; seed < SHEETS; seed++) {
      Random random = new Random(seed);
      RandomSheet sheet = RandomSheet.of(random);
      String text = SheetPrinter.print(sheet, random, SheetPrinter.Form.TABS);
      tally.compare(seed, sheet, true, read(text.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.missingPercent()).isLessThan(6);
  }

  @Test
  void with_runs_of_spaces() throws Exception {
    Tally tally = new Tally();
    for (int seed = 0; seed < SHEETS; seed++) {
      Random random = new Random(1_000 + seed);
      RandomSheet sheet = RandomSheet.of(random);
      String text = SheetPrinter.print(sheet, random, SheetPrinter.Form.SPACES);
      tally.compare(
          seed, sheet, true, read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.missingPercent()).isLessThan(10);
  }

  @Test
  void in_windows_1252_whose_letters_lack_the_marks() throws Exception {
    Tally tally = new Tally();
    for (int seed = 0; seed < SHEETS; seed++) {
      Random random = new Random(2_000 + seed);
      RandomSheet sheet = RandomSheet.of(random);
      String text = SheetPrinter.print(sheet, random, SheetPrinter.Form.TABS);
      tally.compare(seed, sheet, false, read(text.getBytes(Charset.forName("windows-1252"))));
    }
    assertThat(tally.wrong()).isEmpty();
  }

  @Test
  void as_html() throws Exception {
    Tally tally = new Tally();
    for (int seed = 0; seed < SHEETS; seed++) {
      Random random = new Random(3_000 + seed);
      RandomSheet sheet = RandomSheet.of(random);
      String text = SheetPrinter.print(sheet, random, SheetPrinter.Form.CLEAN);
      tally.compare(seed, sheet, false, read(html(text).getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(tally.wrong()).isEmpty();
  }

  @Test
  void as_pdf() throws Exception {
    Tally tally = new Tally();
    for (int seed = 0; seed < SHEETS; seed++) {
      Random random = new Random(4_000 + seed);
      RandomSheet sheet = RandomSheet.of(random);
      String text = SheetPrinter.print(sheet, random, SheetPrinter.Form.CLEAN);
      tally.compare(seed, sheet, false, read(PdfPages.print(text)));
    }
    assertThat(tally.wrong()).isEmpty();
  }

  private SheetReading read(byte[] bytes) throws Exception {
    SheetText text = SheetTexts.read(Files.write(folder.resolve("sheet"), bytes));
    return new ProgressSheet().read(text, SheetSpecs.words("progress-sheet"));
  }

  private static String html(String text) {
    List<String> lines = new ArrayList<>(List.of("<html><body>"));
    boolean inTable = false;
    for (String line : text.split("\n", -1)) {
      boolean isRow = line.contains("\t");
      if (isRow != inTable) {
        lines.add(isRow ? "<table>" : "</table>");
        inTable = isRow;
      }
      lines.add(
          isRow
              ? "<tr><td>" + line.replace("\t", "</td><td>") + "</td></tr>"
              : "<p>" + line + "</p>");
    }
    return String.join("\n", lines) + "</body></html>";
  }
}
