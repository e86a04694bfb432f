package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.avance.RealFiles;
import org.avance.extract.RawRow;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.mapping.NumericCell;
import org.avance.model.Coverage;
import org.avance.model.RecordFate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PROFEPA's observations, which name their indicators by ids, on the agency's own files; {@link
 * RealFiles} says where they lie. The figures were counted apart from this code.
 */
class RealLookupsTest {
  private static final List<String> DESCRIPTOR =
      List.of(
          "kind: coverage",
          "lookups:",
          "  - name: indicator",
          "    files: [indicators/profepa_indicators_2025.csv, indicators/profepa_indicators.csv]",
          "    key: id",
          "    by: indicator_id",
          "record:",
          "  agency: {constant: '16'}",
          "  programme: {lookup: indicator, column: programa}",
          "  year: {column: periodo, pattern: '(\\d{4})(?:-\\d\\d)?'}",
          "  unit: {lookup: indicator, column: unidad_medida}",
          "facts: [{value: valor}]");

  @TempDir Path folder;
  private Path real;

  @BeforeEach
  void files_are_at_hand() {
    real = RealFiles.folder();
  }

  @Test
  void every_observation_finds_its_indicator_in_one_of_two_files() throws Exception {
    Feed feed = new FeedFixture(folder).feed(DESCRIPTOR.toArray(String[]::new));
    Map<String, Integer> records = new TreeMap<>();
    Map<String, BigDecimal> sums = new TreeMap<>();
    Path file = real.resolve("indicators/profepa_observations.csv");
    try (OpenFile open = feed.open(file, "profepa_observations.csv", SideFiles.below(real))) {
      for (Optional<RawRow> row = open.next(); row.isPresent(); row = open.next()) {
        MappedRecord record = open.map(row.get());
        assertThat(record.fate()).as(record.toString()).isEqualTo(RecordFate.STAGED);
        Coverage fact = (Coverage) record.facts().get(0);
        assertThat(fact.programme().code()).isEqualTo("G005");
        records.merge(fact.unit(), 1, Integer::sum);
        for (NumericCell cell : record.cells()) {
          sums.merge(fact.unit(), cell.value(), BigDecimal::add);
        }
      }
    }
    assertThat(records).isEqualTo(Map.of("Porcentaje", 9_166, "", 3_009));
    assertThat(sums.get("Porcentaje")).isEqualByComparingTo("1640000.9517");
    assertThat(sums.get("")).isEqualByComparingTo("23540");
  }
}
