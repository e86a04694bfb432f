package org.avance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.avance.bench.IndicatorFile.Expected;
import org.avance.bench.IndicatorFile.Figures;
import org.avance.bench.IndicatorFile.Repeated;
import org.avance.bench.Lines.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark loads is what it says it is. */
class IndicatorFileTest {
  private static final IndicatorFile FILE = new IndicatorFile(20_000, new Draw(Settings.SEED));

  @TempDir private Path folder;

  @Test
  void the_same_seed_writes_the_same_bytes_and_another_one_others() throws IOException {
    Path one = written("one.csv", FILE);
    assertThat(one).hasSameBinaryContentAs(written("two.csv", FILE));
    Path other = written("other.csv", new IndicatorFile(20_000, new Draw(Settings.SEED + 1)));
    assertThat(Files.mismatch(one, other)).isPositive();
  }

  @Test
  void a_series_stands_in_twenty_columns_year_after_year() throws IOException {
    List<String> lines = Files.readAllLines(written("one.csv", FILE));
    assertThat(lines.get(0).split(",")).hasSize(20);
    assertThat(lines.subList(1, 4))
        .containsExactly(
            "02,Gobernación,E000,Becas de posgrado,IND0000000,\"Porcentaje de personas atendidas, en el año\",Fin,Ampliar cobertura,(A / B) * 100,Trámite,Bienal,Ascendente,57.30,2012,2015,71.08,1843,2785,66.20,",
            "02,Gobernación,E000,Becas de posgrado,IND0000000,\"Porcentaje de personas atendidas, en el año\",Fin,Ampliar cobertura,(A / B) * 100,Trámite,Bienal,Ascendente,57.30,2012,2016,71.08,3730,5928,62.93,",
            "02,Gobernación,E000,Becas de posgrado,IND0000000,\"Porcentaje de personas atendidas, en el año\",Fin,Ampliar cobertura,(A / B) * 100,Trámite,Bienal,Ascendente,57.30,2012,2017,71.08,2587,3628,71.32,");
  }

  @Test
  void one_record_of_a_hundred_is_wrong_and_five_come_twice() throws IOException {
    Expected expected = FILE.write(folder.resolve("one.csv"), Figures.FIRST, Form.PLAIN);
    assertThat(expected).isEqualTo(new Expected(20_005, 19_801, 200, 4, 0));
    List<String> lines = Files.readAllLines(folder.resolve("one.csv"));
    assertThat(lines).hasSize(20_006);
    assertThat(lines.subList(1, 20_001)).doesNotHaveDuplicates();
    assertThat(lines.subList(20_001, 20_005)).allMatch(lines.subList(1, 20_001)::contains);
    assertThat(lines.subList(1, 20_001)).doesNotContain(lines.get(20_005));
  }

  @Test
  void the_copy_saved_again_has_other_bytes_and_the_same_cells() throws IOException {
    Path plain = written("plain.csv", FILE);
    Path again = folder.resolve("again.csv");
    FILE.write(again, Figures.FIRST, Form.SAVED_AGAIN);
    assertThat(Files.readString(again))
        .isEqualTo('\ufeff' + Files.readString(plain).replace("\n", "\r\n"));
  }

  @Test
  void the_restatement_changes_one_figure_of_twenty_and_nothing_else() throws IOException {
    List<String> first = Files.readAllLines(written("first.csv", FILE));
    Expected expected = FILE.write(folder.resolve("restated.csv"), Figures.RESTATED, Form.PLAIN);
    List<String> restated = Files.readAllLines(folder.resolve("restated.csv"));
    long changed =
        IntStream.range(1, 20_001).filter(i -> !first.get(i).equals(restated.get(i))).count();
    assertThat(expected.changed()).isEqualTo(1_005);
    // Some of the changed records are wrong in another cell and not loaded.
    assertThat(changed).isBetween(expected.changed(), expected.changed() + 20);
  }

  @Test
  void for_who_dies_of_repeated_records_there_are_none() throws IOException {
    Path file = folder.resolve("without.csv");
    FILE.write(file, Figures.FIRST, Form.PLAIN, Repeated.WITHOUT);
    assertThat(Files.readAllLines(file)).hasSize(20_000).doesNotHaveDuplicates();
  }

  private Path written(String name, IndicatorFile file) throws IOException {
    Path path = folder.resolve(name);
    file.write(path, Figures.FIRST, Form.PLAIN);
    return path;
  }
}
