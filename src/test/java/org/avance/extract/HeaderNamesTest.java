package org.avance.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderNamesTest {

  @Test
  void a_single_row_is_trimmed_and_cut_behind_its_last_name() {
    assertNames(
        List.of("\u00A0Ramo ", "", "Año de\n corte", " ", ""), "Ramo", "", "Año de\n corte");
  }

  @Test
  void a_merged_name_covers_the_columns_to_its_right_up_to_the_next() {
    assertThat(
            new HeaderNames(
                    List.of(
                        List.of("Población", "", "Monto", "", ""),
                        List.of("potencial", "objetivo", "aprobado", "pagado", "")))
                .joined())
        .containsExactly(
            "Población potencial", "Población objetivo", "Monto aprobado", "Monto pagado");
  }

  @Test
  void a_name_merged_downwards_stands_alone() {
    assertThat(
            new HeaderNames(List.of(List.of("Clave", "Metas", ""), List.of("", "2018", "2019")))
                .joined())
        .containsExactly("Clave", "Metas 2018", "Metas 2019");
  }

  @Test
  void a_lower_merged_name_ends_where_an_upper_one_begins() {
    assertThat(
            new HeaderNames(
                    List.of(
                        List.of("A", "", "B", ""),
                        List.of("x", "", "", "y"),
                        List.of("1", "2", "3", "4")))
                .joined())
        .containsExactly("A x 1", "A x 2", "B 3", "B y 4");
  }

  @Test
  void rows_may_differ_in_length() {
    assertThat(new HeaderNames(List.of(List.of("Metas"), List.of("2018", "2019"))).joined())
        .containsExactly("Metas 2018", "Metas 2019");
  }

  private static void assertNames(List<String> row, String... names) {
    assertThat(new HeaderNames(List.of(row)).joined()).containsExactly(names);
  }
}
