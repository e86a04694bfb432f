package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.avance.RealFiles;
import org.avance.extract.RawRow;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.IssueCode;
import org.avance.model.Fact;
import org.avance.model.RecordFate;
import org.avance.model.Stated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The descriptors in {@code jobs} on the agencies' own files, against figures that were counted
 * apart from this code. The files are not part of the project: {@link RealFiles} says where they
 * lie.
 */
class RealFilesTest {
  private Path real;

  @BeforeEach
  void files_are_at_hand() {
    real = RealFiles.folder();
  }

  @Test
  void coverage_2018() throws Exception {
    List<MappedRecord> records = map("coverage/cobertura_poblacional_2018.csv");
    assertThat(cells(records)).isEqualTo(Map.of("Cuantificación", "222 cells, 610468009.53"));
    assertThat(figures(records)).isEqualTo("222 given, 8 missing");
    assertThat(fates(records)).isEqualTo(Map.of(RecordFate.STAGED, 230));
  }

  @Test
  void coverage_2019() throws Exception {
    List<MappedRecord> records = map("coverage/cobertura_poblacional_2019.csv");
    assertThat(cells(records)).isEqualTo(Map.of("Cuantificación", "192 cells, 956759458.38"));
    assertThat(figures(records)).isEqualTo("192 given, 5 missing");
    assertThat(fates(records)).isEqualTo(Map.of(RecordFate.STAGED, 197, RecordFate.QUARANTINED, 7));
    assertThat(messages(records, IssueCode.NUMBER_UNREADABLE))
        .contains(
            "Cuantificación: expected a number such as 1,234.5 but found \"52311 viviendas\"",
            "Cuantificación: expected a number such as 1,234.5 but found \"3, 139, 105\"")
        .hasSize(7);
  }

  @Test
  void coverage_2020() throws Exception {
    List<MappedRecord> records = map("coverage/cobertura_poblacional_2020.csv");
    assertThat(cells(records))
        .isEqualTo(
            Map.of(
                "Cuantificación", "211 cells, 1004503978.97",
                "Cuantificación 2020", "197 cells, 368257753.97"));
    assertThat(figures(records)).isEqualTo("408 given, 30 missing");
    assertThat(fates(records)).isEqualTo(Map.of(RecordFate.STAGED, 219));
    assertThat(messages(records, IssueCode.DATE_UNREADABLE))
        .containsExactly("Año de corte: expected a year from 1900 to 2100 but found \"2015;2018\"");
  }

  @Test
  void budget_ramo_23() throws Exception {
    List<MappedRecord> records = map("budget/RAMO_23_general2015.csv");
    assertThat(cells(records)).isEqualTo(Map.of("Monto aprobado", "6176 cells, 57303643926.00"));
    assertThat(fates(records)).isEqualTo(Map.of(RecordFate.STAGED, 6176));
    assertThat(issues(records)).isEmpty();
    Map<String, BigDecimal> byKey = new TreeMap<>();
    facts(records)
        .forEach(
            fact ->
                byKey.merge(
                    fact.programme().code() + " " + fact.geography().code(),
                    fact.figure().fold(value -> value, missing -> BigDecimal.ZERO),
                    BigDecimal::add));
    assertThat(byKey).hasSize(179);
    assertThat(
            byKey.entrySet().stream()
                .filter(each -> each.getKey().endsWith("SEVERAL"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("12216652802");
  }

  private List<MappedRecord> map(String file) throws Exception {
    FeedCatalogue catalogue = FeedCatalogue.read(Path.of("jobs"));
    assertThat(catalogue.faults()).isEmpty();
    Feed feed =
        catalogue.feeds().stream().filter(each -> each.takes(file)).findFirst().orElseThrow();
    Path path = real.resolve(file);
    List<MappedRecord> records = new ArrayList<>();
    try (OpenFile open = feed.open(path, path.getFileName().toString())) {
      Optional<RawRow> row = open.next();
      while (row.isPresent()) {
        records.add(open.map(row.get()));
        row = open.next();
      }
    }
    return records;
  }

  /** Count and sum by column, to the cent as the control figures are printed. */
  private static Map<String, String> cells(List<MappedRecord> records) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (MappedRecord record : records) {
      record
          .cells()
          .forEach(
              cell -> {
                counts.merge(cell.column(), 1, Integer::sum);
                sums.merge(cell.column(), cell.value(), BigDecimal::add);
              });
    }
    Map<String, String> cells = new TreeMap<>();
    sums.forEach(
        (column, sum) ->
            cells.put(
                column, counts.get(column) + " cells, " + sum.setScale(2, RoundingMode.HALF_UP)));
    return cells;
  }

  private static String figures(List<MappedRecord> records) {
    long given = facts(records).stream().map(Fact::figure).filter(Stated::isGiven).count();
    return given + " given, " + (facts(records).size() - given) + " missing";
  }

  private static List<Fact> facts(List<MappedRecord> records) {
    return records.stream().flatMap(record -> record.facts().stream()).toList();
  }

  private static Map<RecordFate, Integer> fates(List<MappedRecord> records) {
    Map<RecordFate, Integer> fates = new EnumMap<>(RecordFate.class);
    records.forEach(record -> fates.merge(record.fate(), 1, Integer::sum));
    return fates;
  }

  private static Map<IssueCode, Integer> issues(List<MappedRecord> records) {
    Map<IssueCode, Integer> issues = new EnumMap<>(IssueCode.class);
    records.forEach(
        record -> record.issues().forEach(issue -> issues.merge(issue.code(), 1, Integer::sum)));
    return issues;
  }

  private static List<String> messages(List<MappedRecord> records, IssueCode code) {
    return records.stream()
        .flatMap(record -> record.issues().stream())
        .filter(issue -> issue.code() == code)
        .map(issue -> issue.message())
        .toList();
  }
}
