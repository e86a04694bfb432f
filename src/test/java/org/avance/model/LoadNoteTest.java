package org.avance.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoadNoteTest {
  private static final LoadNote NOTE =
      new LoadNote(
          "PUBLISHED", new DeliveryCounts(78, 12, 11, 10, 9, 8, 28, 7_000_000_000L, 5, 4, 3, 2));

  @Test
  void what_was_noted_is_read_again() {
    assertThat(NOTE.text())
        .isEqualTo(
            "PUBLISHED read=78 staged=12 quarantined=11 blank=10 totals=9 filtered=8 merged=28 facts=7000000000 new=5 changed=4 unchanged=3 ended=2");
    assertThat(LoadNote.read(NOTE.text())).contains(NOTE);
  }

  @Test
  void a_word_that_a_later_build_adds_does_no_harm_and_one_that_is_not_there_is_0() {
    assertThat(LoadNote.read("REJECTED read=3 kept=1"))
        .contains(new LoadNote("REJECTED", new DeliveryCounts(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
  }

  @Test
  void another_text_is_no_note() {
    assertThat(LoadNote.read("")).isEmpty();
    assertThat(LoadNote.read("stopped on request")).isEmpty();
    assertThat(LoadNote.read("java.lang.IllegalStateException: read=3")).isEmpty();
    assertThat(LoadNote.read(NOTE.text() + "\n\tat org.avance")).isEmpty();
  }
}
