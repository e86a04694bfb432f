package org.avance.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnNameTest {

  @Test
  void case_accents_spaces_and_invisible_characters_do_not_tell_names_apart() {
    assertSame("Año de corte", "  AÑO  DE\r\nCORTE ");
    assertSame("Clave\u00A0Pp", "clave pp");
    assertSame("Descripci\u00F3n", "Descripcio\u0301n");
    assertSame("\uFEFFRamo\u200B", "ramo");
  }

  @Test
  void other_letters_and_signs_do() {
    assertThat(ColumnName.normalised("Meta 2018")).isNotEqualTo(ColumnName.normalised("Meta 2019"));
    assertThat(ColumnName.normalised("Clave_Pp")).isNotEqualTo(ColumnName.normalised("Clave Pp"));
  }

  private static void assertSame(String one, String other) {
    assertThat(ColumnName.normalised(one)).isEqualTo(ColumnName.normalised(other));
  }
}
