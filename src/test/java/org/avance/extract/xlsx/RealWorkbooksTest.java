package org.avance.extract.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.avance.RealFiles;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.extract.container.Limits;
import org.junit.jupiter.api.Test;

/** The agencies' own workbooks, against figures that were counted apart from this code. */
class RealWorkbooksTest {
  private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final int ORIGINAL = 42;
  private static final int EXERCISED = 45;

  /** How many cells of a column are numbers, and their sum. */
  private record Column(int numeric, BigDecimal sum) {}

  private static Column column(int numeric, String sum) {
    return new Column(numeric, new BigDecimal(sum));
  }

  private static Column of(int column, List<RawRow> rows, UnaryOperator<String> text) {
    List<BigDecimal> numbers =
        rows.stream()
            .map(row -> text.apply(row.cells().get(column)))
            .filter(PLAIN.asMatchPredicate())
            .map(BigDecimal::new)
            .toList();
    return new Column(numbers.size(), numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<RawRow> read(String file, WorkbookDialect dialect) throws Exception {
    List<RawRow> rows = new ArrayList<>();
    try (XlsxTable table =
        XlsxTable.open(RealFiles.folder().resolve(file), dialect, Limits.USUAL)) {
      Optional<RawRow> row = table.next();
      while (row.isPresent()) {
        rows.add(row.get());
        row = table.next();
      }
    }
    return rows;
  }

  private static WorkbookDialect inventory(WorksheetChoice worksheet) {
    return new WorkbookDialect(
        worksheet,
        Set.of(),
        new HeaderPlace.Containing(List.of("Ciclo", "Entidad federativa")),
        WorkbookDialect.MAX_RECORD_CHARS);
  }

  @Test
  void the_state_inventory_adds_up() throws Exception {
    List<RawRow> rows = read("inventory/IE_2018.xlsx", inventory(new WorksheetChoice.Visible()));
    assertThat(rows).hasSize(1444).allMatch(row -> row.cells().size() == 57);
    // 653 numbers, and a zero typed as text.
    assertThat(of(ORIGINAL, rows, text -> text)).isEqualTo(column(654, "75170862711.52"));
    assertThat(of(ORIGINAL, rows, text -> text.replace(",", "")))
        .isEqualTo(column(655, "75723677205.43"));
    assertThat(of(EXERCISED, rows, text -> text)).isEqualTo(column(450, "33332843426.129"));
  }

  @Test
  void each_state_of_the_inventory_has_its_rows_again_on_a_worksheet_of_its_own() throws Exception {
    List<RawRow> rows =
        read("inventory/IE_2018.xlsx", inventory(new WorksheetChoice.Named("IE_2018")));
    String state = "Baja California";
    List<String> own =
        read("inventory/IE_2018.xlsx", inventory(new WorksheetChoice.Named(state))).stream()
            .map(RawRow::raw)
            .toList();
    assertThat(own)
        .isEqualTo(
            rows.stream()
                .filter(row -> row.cells().get(1).equals(state))
                .map(RawRow::raw)
                .collect(Collectors.toList()));
  }

  @Test
  void the_spending_report_adds_up() throws Exception {
    List<RawRow> rows =
        read(
            "budget/GastoFederalizado_Proyectos_CDMX_Q1_2016.xlsx",
            WorkbookDialect.of(
                new HeaderPlace.Containing(List.of("Clave del Proyecto", "Pagado"))));
    assertThat(rows).hasSize(500).allMatch(row -> row.cells().size() == 31);
    assertThat(rows.get(0).firstLine()).isEqualTo(11);
    List<Column> stages =
        List.of(17, 18, 19, 20, 21, 22, 23).stream().map(i -> of(i, rows, text -> text)).toList();
    assertThat(stages)
        .containsExactly(
            column(470, "11963954053.37"),
            column(470, "12324139783.79"),
            column(470, "968321865.49"),
            column(470, "1307284558.89"),
            column(470, "554984265.65"),
            column(470, "540821072.45"),
            column(470, "508565842.02"));
  }
}
