package org.avance.extract.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cells of either kind of workbook are read as; whole rows. */
class CellTextsTest {
  @TempDir Path folder;

  private static Workbook workbook(String kind) {
    return kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
  }

  private static Row header(Sheet sheet, int columns) {
    Row header = sheet.createRow(0);
    for (int i = 0; i < columns; i++) {
      header.createCell(i).setCellValue("C" + (i + 1));
    }
    return sheet.createRow(1);
  }

  private static Cell formatted(Row row, int column, double value, String format) {
    Workbook workbook = row.getSheet().getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    Cell cell = row.createCell(column);
    cell.setCellValue(value);
    cell.setCellStyle(style);
    return cell;
  }

  private List<String> read(Workbook workbook) throws Exception {
    return Workbooks.read(Workbooks.written(folder, workbook), Workbooks.FIRST_ROW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_number_is_its_value_to_15_digits_however_it_is_formatted(String kind) throws Exception {
    Workbook workbook = workbook(kind);
    Row row = header(workbook.createSheet("Hoja1"), 8);
    row.createCell(0).setCellValue(33332843426.129000001);
    row.createCell(1).setCellValue(0.1 + 0.2);
    formatted(row, 2, 0.25, "0%");
    formatted(row, 3, 5, "000");
    formatted(row, 4, -1234567.891, "#,##0");
    row.createCell(5).setCellValue(1e20);
    row.createCell(6).setCellValue(1.5e-7);
    formatted(row, 7, 1.25, "[h]:mm");
    assertThat(read(workbook))
        .containsExactly(
            "C1 | C2 | C3 | C4 | C5 | C6 | C7 | C8",
            "1@2: 33332843426.129 | 0.3 | 0.25 | 5 | -1234567.891 | 100000000000000000000"
                + " | 0.00000015 | 1.25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_date_is_written_as_iso_does(String kind) throws Exception {
    Workbook workbook = workbook(kind);
    Row row = header(workbook.createSheet("Hoja1"), 6);
    formatted(row, 0, 42460, "dd/mm/yyyy");
    formatted(row, 1, 42460.395833333336, "dd/mm/yyyy hh:mm");
    formatted(row, 2, 0.5, "hh:mm");
    formatted(row, 3, 61, "d-mmm-yy");
    formatted(row, 4, 42460, "[$-80A]d \"de\" mmmm \"de\" yyyy");
    formatted(row, 5, -1, "dd/mm/yyyy");
    assertThat(read(workbook))
        .containsExactly(
            "C1 | C2 | C3 | C4 | C5 | C6",
            "1@2: 2016-03-31 | 2016-03-31T09:30:00 | 12:00:00 | 1900-03-01 | 2016-03-31 | -1");
  }

  @Test
  void days_are_counted_from_1904_where_the_workbook_says_so() throws Exception {
    XSSFWorkbook workbook = new XSSFWorkbook();
    workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
    Row row = header(workbook.createSheet("Hoja1"), 2);
    formatted(row, 0, 40998, "dd/mm/yyyy");
    row.createCell(1).setCellValue(40998);
    assertThat(read(workbook)).containsExactly("C1 | C2", "1@2: 2016-03-31 | 40998");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void truths_errors_and_formulas_are_read_by_their_saved_values(String kind) throws Exception {
    Workbook workbook = workbook(kind);
    Row row = header(workbook.createSheet("Hoja1"), 7);
    row.createCell(0).setCellValue(true);
    row.createCell(1).setCellErrorValue(FormulaError.NA.getCode());
    row.createCell(2).setCellErrorValue(FormulaError.DIV0.getCode());
    row.createCell(3).setCellFormula("1+1");
    row.getCell(3).setCellValue(7);
    row.createCell(4).setCellFormula("CONCATENATE(\"a\",\"b\")");
    row.getCell(4).setCellValue("saved");
    row.createCell(5).setCellFormula("1=2");
    row.getCell(5).setCellValue(true);
    row.createCell(6).setCellFormula("1/0");
    row.getCell(6).setCellErrorValue(FormulaError.REF.getCode());
    assertThat(read(workbook))
        .containsExactly(
            "C1 | C2 | C3 | C4 | C5 | C6 | C7",
            "1@2: TRUE | #N/A | #DIV/0! | 7 | saved | TRUE | #REF!");
  }

  @Test
  void a_formula_without_a_saved_value_is_blank_and_counted_in_one_issue() throws Exception {
    XSSFWorkbook workbook = new XSSFWorkbook();
    Row row = header(workbook.createSheet("Hoja1"), 2);
    row.createCell(0).setCellValue("a");
    row.createCell(1).setCellFormula("1+1");
    row.getSheet().createRow(2).createCell(0).setCellFormula("1+2");
    row.getSheet().createRow(3).createCell(0).setCellValue("b");
    assertThat(read(workbook))
        .containsExactly(
            "C1 | C2",
            "1@2: a | ",
            "2@4: b | ",
            "FORMULA_WITHOUT_VALUE expected formulas with their values, found 2 cells without;"
                + " the first is in line 2");
  }

  @Test
  void texts_may_be_shared_rich_inline_or_escaped() throws Exception {
    Map<String, String> parts =
        Workbooks.parts(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",
            "<row><c t=\"inlineStr\"><is><t>uno</t></is></c>"
                + "<c t=\"inlineStr\"><is><r><t>d</t></r><r><t xml:space=\"preserve\">os </t></r></is></c></row>",
            "<row><c t=\"str\"><v>a_x000A_b</v></c><c t=\"d\"><v>2016-03-31T00:00:00</v></c></row>");
    assertThat(Workbooks.read(Workbooks.zipped(folder, parts), Workbooks.FIRST_ROW))
        .containsExactly("Clave | Rico", "1@2: uno | dos ", "2@3: a\nb | 2016-03-31");
  }

  @Test
  void a_number_that_no_spreadsheet_can_hold_stays_as_it_stands() throws Exception {
    Map<String, String> parts =
        Workbooks.parts(
            "<row><c t=\"str\"><v>A</v></c><c t=\"str\"><v>B</v></c><c t=\"str\"><v>C</v></c></row>",
            "<row><c><v>1E+999999999</v></c><c><v>1E-999999999</v></c><c><v>0x1p3</v></c></row>");
    assertThat(Workbooks.read(Workbooks.zipped(folder, parts), Workbooks.FIRST_ROW))
        .containsExactly("A | B | C", "1@2: 1E+999999999 | 0 | 0x1p3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void a_merged_cell_is_its_text_once(String kind) throws Exception {
    Workbook workbook = workbook(kind);
    Sheet sheet = workbook.createSheet("Hoja1");
    Row row = header(sheet, 3);
    row.createCell(0).setCellValue("a");
    row.createCell(2).setCellValue("c");
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 1));
    assertThat(read(workbook)).containsExactly("C1 | C2 | C3", "1@2: a |  | c");
  }
}
