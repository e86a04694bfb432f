package org.avance.extract.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.extract.container.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which worksheet, which rows, which names; each for both kinds of workbook. */
class XlsxTableTest {
  @TempDir Path folder;

  private static Workbook workbook(String kind) {
    return kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
  }

  /** A row of a worksheet, by its number from 1; an empty text makes no cell. */
  private static void row(Sheet sheet, int number, String... cells) {
    Row row = sheet.createRow(number - 1);
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        row.createCell(i).setCellValue(cells[i]);
      }
    }
  }

  private static WorkbookDialect of(WorksheetChoice choice, HeaderPlace header) {
    return new WorkbookDialect(choice, Set.of(), header, WorkbookDialect.MAX_RECORD_CHARS);
  }

  private static HeaderPlace containing(String... names) {
    return new HeaderPlace.Containing(List.of(names));
  }

  private List<String> read(Workbook workbook, WorkbookDialect dialect) throws Exception {
    return Workbooks.read(Workbooks.written(folder, workbook), dialect);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void rows_keep_the_numbers_of_the_worksheet_and_blank_ones_are_none(String kind)
      throws Exception {
    Workbook workbook = workbook(kind);
    Sheet sheet = workbook.createSheet("Hoja1");
    row(sheet, 2, "Clave", "Monto", "Nota");
    row(sheet, 3, "a", "1", "x");
    row(sheet, 4, " ", "", "");
    sheet.createRow(4).createCell(1).setBlank();
    row(sheet, 8, "b", "2");
    row(sheet, 9, "c", "3", "", "beyond");
    assertThat(read(workbook, WorkbookDialect.of(new HeaderPlace.Rows(2, 2))))
        .containsExactly(
            "Clave | Monto | Nota", "1@3: a | 1 | x", "2@8: b | 2 | ", "3@9: c | 3 |  | beyond");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void rows_above_a_header_found_by_its_names_are_the_preamble(String kind) throws Exception {
    Workbook workbook = workbook(kind);
    Sheet sheet = workbook.createSheet("Hoja1");
    row(sheet, 1, "Inventario");
    row(sheet, 3, "", "Programas: 2");
    row(sheet, 5, "CLAVE", "Monto");
    row(sheet, 6, "a", "1");
    Path file = Workbooks.written(folder, workbook);
    try (XlsxTable table =
        XlsxTable.open(file, WorkbookDialect.of(containing("Clave")), Limits.USUAL)) {
      assertThat(table.header()).containsExactly("CLAVE", "Monto");
      assertThat(table.preamble())
          .containsExactly(
              new RawRow(1, 1, 1, List.of("Inventario"), "Inventario"),
              new RawRow(2, 2, 2, List.of(), ""),
              new RawRow(3, 3, 3, List.of("", "Programas: 2"), "\tProgramas: 2"),
              new RawRow(4, 4, 4, List.of(), ""));
      assertThat(table.next()).contains(new RawRow(1, 6, 6, List.of("a", "1"), "a\t1"));
      assertThat(table.next()).isEmpty();
      assertThat(table.next()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_header_of_several_rows_is_joined_downwards_through_merged_cells(String kind)
      throws Exception {
    Workbook workbook = workbook(kind);
    Sheet sheet = workbook.createSheet("Hoja1");
    row(sheet, 1, "Clave", "Población", "", "Nota");
    row(sheet, 2, "", "Mujeres", "Hombres");
    row(sheet, 3, "a", "1", "2", "x");
    sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
    sheet.addMergedRegion(new CellRangeAddress(0, 1, 3, 3));
    assertThat(read(workbook, WorkbookDialect.of(new HeaderPlace.Rows(1, 2))))
        .containsExactly(
            "Clave | Población Mujeres | Población Hombres | Nota", "1@3: a | 1 | 2 | x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_header_of_rows_that_are_merged_throughout_ends_where_it_is_said_to(String kind)
      throws Exception {
    Workbook workbook = workbook(kind);
    Sheet sheet = workbook.createSheet("Hoja1");
    row(sheet, 1, "Clave", "Nota");
    row(sheet, 3, "a", "x");
    assertThat(read(workbook, WorkbookDialect.of(new HeaderPlace.Rows(1, 2))))
        .containsExactly("Clave | Nota", "1@3: a | x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_header_of_one_row_takes_the_names_of_cells_merged_with_those_above(String kind)
      throws Exception {
    Workbook workbook = workbook(kind);
    Sheet sheet = workbook.createSheet("Hoja1");
    row(sheet, 1, "Clave", "Población", "", "Nota", "apart");
    row(sheet, 3, "", "Mujeres", "Hombres");
    row(sheet, 4, "a", "1", "2", "x");
    sheet.addMergedRegion(new CellRangeAddress(0, 2, 0, 0));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
    sheet.addMergedRegion(new CellRangeAddress(0, 2, 3, 3));
    assertThat(read(workbook, WorkbookDialect.of(containing("Mujeres", "Hombres"))))
        .containsExactly("Clave | Mujeres | Hombres | Nota", "1@4: a | 1 | 2 | x");
  }

  @Test
  void a_table_without_a_header_begins_in_its_first_row() throws Exception {
    Workbook workbook = workbook("xlsx");
    row(workbook.createSheet("Hoja1"), 1, "a", "1");
    HeaderPlace names = new HeaderPlace.None(List.of("Clave", "Monto"));
    assertThat(read(workbook, WorkbookDialect.of(names)))
        .containsExactly("Clave | Monto", "1@1: a | 1");
  }

  @Test
  void rows_named_as_comments_are_left_out() throws Exception {
    Workbook workbook = workbook("xlsx");
    Sheet sheet = workbook.createSheet("Hoja1");
    row(sheet, 1, "a note");
    row(sheet, 2, "Clave", "Monto");
    row(sheet, 3, "texto", "pesos");
    row(sheet, 4, "a", "1");
    WorkbookDialect dialect =
        new WorkbookDialect(
            new WorksheetChoice.Visible(), Set.of(1, 3), new HeaderPlace.Rows(2, 2), 1000);
    assertThat(read(workbook, dialect)).containsExactly("Clave | Monto", "1@4: a | 1");
  }

  private static Workbook fourSheets(String kind) {
    Workbook workbook = workbook(kind);
    row(workbook.createSheet("Portada"), 1, "Informe");
    Sheet data = workbook.createSheet("Dátos 2016");
    row(data, 1, "Clave", "Monto");
    row(data, 2, "a", "1");
    Sheet secret = workbook.createSheet("Notas");
    row(secret, 1, "Clave", "Monto");
    row(secret, 2, "n", "9");
    workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
    Sheet deep = workbook.createSheet("Listas");
    row(deep, 1, "x");
    workbook.setSheetVisibility(3, SheetVisibility.VERY_HIDDEN);
    return workbook;
  }

  private static final String HIDDEN =
      "HIDDEN_WORKSHEETS the workbook has hidden worksheets, which were not read: ";

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void of_several_visible_worksheets_the_first_that_has_the_header_is_read(String kind)
      throws Exception {
    assertThat(read(fourSheets(kind), WorkbookDialect.of(containing("Clave", "Monto"))))
        .containsExactly("Clave | Monto", "1@2: a | 1", HIDDEN + "`Notas`, `Listas`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_worksheet_is_chosen_by_its_name_hidden_or_not(String kind) throws Exception {
    assertThat(
            read(
                fourSheets(kind),
                of(new WorksheetChoice.Named("datos  2016"), containing("Clave"))))
        .containsExactly("Clave | Monto", "1@2: a | 1", HIDDEN + "`Notas`, `Listas`");
    assertThat(read(fourSheets(kind), of(new WorksheetChoice.Named("Notas"), containing("Clave"))))
        .containsExactly("Clave | Monto", "1@2: n | 9", HIDDEN + "`Listas`");
  }

  @Test
  void a_worksheet_is_chosen_by_a_pattern_of_its_whole_name() throws Exception {
    WorksheetChoice choice = new WorksheetChoice.Matching(Pattern.compile("D.tos \\d{4}"));
    assertThat(read(fourSheets("xlsx"), of(choice, containing("Clave"))))
        .containsExactly("Clave | Monto", "1@2: a | 1", HIDDEN + "`Notas`, `Listas`");
  }

  /**
   * All the rows that a worksheet can have, formatted and empty, but for the first two; read in a
   * heap that could not hold them.
   */
  @Test
  void a_million_formatted_but_empty_rows_are_no_records() throws Exception {
    Path file = folder.resolve("long.xlsx");
    Map<String, String> parts =
        Workbooks.parts(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
            "ROWS");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        String[] around = part.getValue().split("ROWS", 2);
        write(zip, around[0]);
        if (around.length == 2) {
          for (int row = 3; row <= 1_048_576; row++) {
            write(zip, "<row r=\"%d\" s=\"1\"><c r=\"A%d\" s=\"1\"/></row>".formatted(row, row));
          }
          write(zip, around[1]);
        }
      }
    }
    assertThat(Workbooks.read(file, Workbooks.FIRST_ROW)).containsExactly("Clave", "1@2: 1");
  }

  private static void write(OutputStream out, String text) throws Exception {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
