package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetLineTest {
  @Test
  void tabs_part_cells_and_empty_cells_keep_their_place() {
    assertThat(cells("Avance\tSuperado\t\t Rezagado   muy \t\u00A0\t"))
        .isEqualTo("[Avance|Superado||Rezagado   muy||]");
    assertThat(cells("\t\t\t")).isEqualTo("[|||]");
  }

  @Test
  void without_tabs_three_spaces_part_cells() {
    assertThat(cells("  Hombres atendidos     ND   12 ")).isEqualTo("[Hombres atendidos|ND|12]");
    assertThat(cells("PP\u00A0 \u00A014,756,442")).isEqualTo("[PP|14,756,442]");
  }

  @Test
  void prose_is_one_cell() {
    assertThat(cells("Una frase.  Otra frase.\u00A0 Y otra."))
        .isEqualTo("[Una frase.  Otra frase.\u00A0 Y otra.]");
    assertThat(cells("")).isEqualTo("[]");
    assertThat(cells(" \u00A0  ")).isEqualTo("[]");
    assertThat(new SheetLine(0, 1, 1, "").cells()).containsExactly("");
  }

  @Test
  void a_line_says_where_it_stands() {
    assertThat(new SheetLine(0, 12, 12, "").where()).isEqualTo("line 12");
    assertThat(new SheetLine(2, 3, 60, "").where()).isEqualTo("page 2, line 3");
  }

  private static String cells(String text) {
    return "[" + String.join("|", new SheetLine(0, 1, 1, text).cells()) + "]";
  }
}
