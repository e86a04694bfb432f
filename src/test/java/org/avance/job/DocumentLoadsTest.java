package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.avance.extract.sheettext.PdfPages;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whole documents on their road into the warehouse. */
class DocumentLoadsTest {
  private static final String SHEETS =
      """
      title: T
      agency: CONEVAL
      files: '*.{txt,html,pdf}'
      sheet: {agency: "51", agencyName: ISSSTE}
      tolerances: {quarantined: 10%%}
      """;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeEach
  void warehouse() throws Exception {
    loads = new TestLoads(folder, TestWarehouse.migrated("documents")).feed("sheets", SHEETS);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private static String progress() throws IOException {
    return Files.readString(Path.of("src/test/resources/sheets/progress/whole.txt"));
  }

  private static String monitoring() throws IOException {
    return Files.readString(Path.of("sample-input/sheets/illustrative-monitoring-2017.txt"));
  }

  private void drop(String name, String text) {
    loads.file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void each_document_says_itself_what_it_is() throws Exception {
    drop("a.txt", progress());
    drop("b.txt", monitoring());
    assertThat(loads.run()).containsExactly("a.txt PUBLISHED", "b.txt PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT file_name, layout, edition, edition_year, scope FROM delivery ORDER BY 1"))
        .containsExactly(
            "a.txt | progress-sheet | 2020-2021 | 2021 | document 51 programa-institucional-del-inst-bbb58f80 2020-2021",
            "b.txt | monitoring-sheet | 2017 | 2017 | document 51 E045 2017");
    assertThat(loads.run()).isEmpty();
  }

  @Test
  void a_pdf_states_the_same_and_each_line_is_found_on_its_page() throws Exception {
    drop("b.txt", monitoring());
    loads.run();
    String findings =
        "SELECT kind_code, subject, number, text, percent_done FROM v_findings WHERE kind_code <> 'NARRATIVE' ORDER BY 1, 2, 3";
    List<String> ofText = loads.rows(findings);
    String figures =
        "SELECT population_code, sex_code, unit, figure, missing_text FROM v_coverage_history ORDER BY 1, 2, 3";
    List<String> figuresOfText = loads.rows(figures);
    loads.close();
    // What a later document repeats keeps the place where it was first stated: a warehouse of its
    // own.
    loads = new TestLoads(folder, TestWarehouse.migrated("documents_pdf")).feed("sheets", SHEETS);
    loads.remove("b.txt");
    loads.file("b.pdf", PdfPages.print(monitoring().replace("\n02\n", "\n02\n\f")));
    assertThat(loads.run()).containsExactly("b.pdf PUBLISHED");
    assertThat(loads.rows(findings)).isEqualTo(ofText);
    assertThat(loads.rows(figures)).isEqualTo(figuresOfText);
    assertThat(
            loads.rows(
                "SELECT DISTINCT kind_code, page FROM v_findings WHERE kind_code IN ('COMPONENT', 'STRENGTH', 'NO_COMMITMENT') ORDER BY page"))
        .containsExactly("COMPONENT | 1", "STRENGTH | 2", "NO_COMMITMENT | 3");
    assertThat(loads.rows("SELECT code, page FROM v_issues ORDER BY code"))
        .containsExactly("POPULATION_COUNTED_TWICE | 1", "POPULATION_NOT_DEFINABLE | 1");
  }

  @Test
  void a_corrected_document_replaces_the_one_before_and_no_other() throws Exception {
    drop("a.txt", progress());
    drop("b.txt", monitoring());
    loads.run();
    String asked =
        "SELECT kind_code, subject, number, text FROM v_findings WHERE kind_code IN ('FOOTNOTE', 'RECOMMENDATION') AND file_name LIKE '%s' ORDER BY 1, 2, 3";
    List<String> before = loads.rows(asked.formatted("b.txt"));
    String corrected =
        progress()
            .replace("¹ La clasificación del enfoque se explica en el anexo del instituto.", "");
    drop("other-name.txt", corrected);
    assertThat(loads.run()).containsExactly("other-name.txt PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT facts_new, facts_changed, facts_ended FROM delivery WHERE file_name = 'other-name.txt'"))
        .containsExactly("0 | 0 | 1");
    assertThat(loads.rows(asked.formatted("%"))).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  void one_changed_class_and_the_printed_distribution_is_not_met() throws Exception {
    drop(
        "a.txt",
        progress().replace("Avance meta sexenal\tSuperado", "Avance meta sexenal\tAvanzado"));
    assertThat(loads.run())
        .containsExactly(
            "a.txt REJECTED; Total general of Superado against the indicators of this class (none is printed): the printed total is 1, its records add up to 0, a greater difference than the descriptor bears (`tolerances: {crossFoot: 0}`); Total general of Avanzado against the indicators of this class (printed in line 27): the printed total is 0, its records add up to 1, a greater difference than the descriptor bears (`tolerances: {crossFoot: 0}`)");
    assertThat(loads.rows("SELECT * FROM fct_indicator_assessment")).isEmpty();
  }

  @Test
  void one_changed_percentage_and_the_document_is_rejected() throws Exception {
    drop("a.txt", progress().replace("Total general\t1, 33%", "Total general\t1, 43%"));
    assertThat(loads.run())
        .containsExactly(
            "a.txt REJECTED; percentage of Superado in row Total general of the distribution: the printed total is 43, its records add up to 33, a greater difference than the descriptor bears (`tolerances: {crossFoot: 0}`)");
  }

  @Test
  void printed_classes_that_hardly_go_together_are_told() throws Exception {
    drop("a.txt", progress().replace("intermedia\tAlcanzada", "intermedia\tRetroceso"));
    assertThat(loads.run()).containsExactly("a.txt PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT line, message FROM v_issues WHERE code = 'CLASSES_IMPLAUSIBLE' ORDER BY line"))
        .containsExactly(
            "22 | \"Retroceso\" for the intermediate goal and \"Superado\" for the six-year target hardly go together (both printed).");
  }

  @Test
  void a_document_of_no_known_family_is_refused_with_its_headings() {
    drop("c.txt", "Informe de labores\n\nResultados\n");
    drop("d.html", "%PDF-1.7 broken");
    List<String> outcome = loads.run();
    assertThat(outcome.get(0))
        .startsWith("c.txt REJECTED; expected a document with the headings of progress-sheet (")
        .endsWith("found the headings \"Informe de labores\", \"Resultados\"");
    assertThat(outcome.get(1)).startsWith("d.html REJECTED; ");
  }

  @Test
  void what_a_sheet_and_a_table_state_of_the_same_population_stands_side_by_side()
      throws Exception {
    loads.feed("tables", TestLoads.COVERAGE.replace("\"99\"", "\"51\""));
    loads.rulebook("2020.1", "tables", "sheets");
    drop("b.txt", monitoring());
    // One after the other: a conflict names first what was known first.
    assertThat(loads.run()).containsExactly("b.txt PUBLISHED");
    loads.file(
        "tables/2017.csv",
        TestLoads.COVERAGE_HEADER,
        "E045,Programa,Derechohabientes,784969,745000",
        "E046,Otro,Derechohabientes,10,9");
    assertThat(loads.run()).containsExactly("tables/2017.csv PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT feed, programme_code, population_code, figure, is_current, caveats FROM v_coverage_history WHERE population_code = 'SERVED' AND sex_code = 'TOTAL' AND programme_code = 'E045' AND figure IS NOT NULL ORDER BY feed"))
        .containsExactly(
            "sheets | E045 | SERVED | 744939 | 0 | DOUBLE_COUNTING",
            "tables | E045 | SERVED | 745000 | 1 | ");
    assertThat(
            loads.rows(
                "SELECT programme_code, kind, measure_code, sex_code, feed_a, figure_a, feed_b, figure_b, comparable FROM v_conflicts"))
        .containsExactly(
            "E045 | coverage | SERVED | TOTAL | sheets | 744939 | tables | 745000 | 1");
  }

  @Test
  void what_a_sheet_says_against_a_population_stands_beside_its_ratio_and_its_cost()
      throws Exception {
    drop("b.txt", monitoring());
    loads.run();
    assertThat(
            loads.rows(
                "SELECT programme_code, served_target_percent, caveats, is_double_counted, is_not_definable FROM v_coverage_ratios WHERE served_target_percent IS NOT NULL"))
        .containsExactly("E045 | 94.9004 | DOUBLE_COUNTING, NOT_DEFINABLE | 1 | 1");
    assertThat(
            loads.rows(
                "SELECT programme_code, price_base_year, cost_per_served, assumed, caveats, is_double_counted, is_not_definable FROM v_cost_per_served"))
        .containsExactly("E045 | 2012 | 3398.84 | agency, geography | DOUBLE_COUNTING | 1 | 0");
  }

  /** The archive keeps the bytes as they came; nothing else has a name, a phone or an address. */
  @Test
  void contact_data_is_nowhere_in_the_database_nor_in_what_is_logged() throws Exception {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    logged.start();
    Logger chatter = (Logger) LoggerFactory.getLogger("org.springframework");
    chatter.setLevel(Level.INFO);
    root.addAppender(logged);
    // A row that can't be read makes a record go to quarantine, raw.
    drop("b.txt", monitoring().replace("14,756,442", "14,75,6442"));
    assertThat(loads.run()).containsExactly("b.txt PUBLISHED");
    root.detachAppender(logged);
    chatter.setLevel(Level.WARN);
    assertThat(loads.rows("SELECT COUNT(*) FROM quarantine")).containsExactly("1");
    for (String word : List.of("Nombre Apellido", "nombre.apellido", "example.org", "0000000000")) {
      assertThat(monitoring()).contains(word);
      assertThat(holding(word)).as(word).isEmpty();
      assertThat(logged.list)
          .isNotEmpty()
          .noneMatch(event -> event.getFormattedMessage().contains(word));
    }
    assertThat(holding("Derechohabientes")).isNotEmpty();
  }

  /** Columns of any table that hold a text, as {@code schema.table.column}. */
  private List<String> holding(String text) {
    List<String> columns = new ArrayList<>();
    for (String column :
        loads.rows(
            """
            SELECT CONCAT(c.table_schema, '.', c.table_name, ' ', c.column_name)
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE t.table_type <> 'VIEW' AND c.table_schema LIKE CONCAT(DATABASE(), '%')
              AND c.data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'blob', 'mediumblob', 'longblob')
            """)) {
      String[] parts = column.split(" ");
      String count =
          loads.one(
              "SELECT COUNT(*) FROM %s WHERE INSTR(%s, '%s') > 0"
                  .formatted(parts[0], parts[1], text));
      if (!count.equals("0")) {
        columns.add(column);
      }
    }
    return columns;
  }
}
