package org.avance.extract.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.avance.RealFiles;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.junit.jupiter.api.Test;

/** The agencies' own workbooks, against figures that were counted apart from this code. */
class RealWorkbooksTest {
  private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");

  private record Column(long numeric, BigDecimal sum) {
    static Column of(int column, List<RawRow> rows) {
      List<BigDecimal> numbers =
          rows.stream()
              .map(row -> row.cells().get(column))
              .filter(text -> NUMBER.matcher(text).matches())
              .map(text -> new BigDecimal(text.replace(",", "")))
              .toList();
      return new Column(
          numbers.size(),
          numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros());
    }
  }

  private static Column column(long numeric, String sum) {
    return new Column(numeric, new BigDecimal(sum).stripTrailingZeros());
  }

  private static List<RawRow> rows(XlsxTable table) throws Exception {
    List<RawRow> rows = new java.util.ArrayList<>();
    Optional<RawRow> row = table.next();
    while (row.isPresent()) {
      rows.add(row.get());
      row = table.next();
    }
    return rows;
  }

  @Test
  void the_state_inventory_adds_up() throws Exception {
    WorkbookDialect dialect = WorkbookDialect.of(new HeaderPlace.Rows(4, 4));
    try (XlsxTable table =
        XlsxTable.open(RealFiles.folder().resolve("inventory/IE_2018.xlsx"), dialect)) {
      List<RawRow> rows = rows(table);
      System.err.println(table.header());
      table.preamble().forEach(r -> System.err.println(r.firstLine() + " " + r.raw()));
      System.err.println(rows.size() + " " + rows.get(0) + " " + rows.get(rows.size() - 1));
      for (int i = 0; i < table.header().size(); i++) {
        System.err.println(i + " " + table.header().get(i) + " " + Column.of(i, rows));
      }
      System.err.println(table.notes());
    }
  }

  @Test
  void the_spending_report_adds_up() throws Exception {
    WorkbookDialect dialect =
        new WorkbookDialect(
            new WorksheetChoice.Named("ReporteTrimestral"),
            Set.of(),
            new HeaderPlace.Rows(10, 10),
            WorkbookDialect.MAX_RECORD_CHARS);
    try (XlsxTable table =
        XlsxTable.open(
            RealFiles.folder().resolve("budget/GastoFederalizado_Proyectos_CDMX_Q1_2016.xlsx"),
            dialect)) {
      List<RawRow> rows = rows(table);
      System.err.println(table.header());
      table.preamble().forEach(r -> System.err.println(r.firstLine() + " " + r.raw()));
      System.err.println(rows.size() + " " + rows.get(0) + " " + rows.get(rows.size() - 1));
      for (int i = 0; i < table.header().size(); i++) {
        System.err.println(i + " " + table.header().get(i) + " " + Column.of(i, rows));
      }
    }
  }
}
