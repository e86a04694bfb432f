package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteTest {
  @Test
  void what_is_written_is_read() {
    Note note = new Note("0 30 2 * * *", "America/Tijuana", Cause.SCHEDULE, 2, true);
    assertThat(note.text()).isEqualTo("0 30 2 * * *;America/Tijuana;SCHEDULE;2;OWED");
    assertThat(Note.of(note.text())).isEqualTo(note);
    assertThat(Note.of(Note.arrival().text())).isEqualTo(Note.arrival());
  }

  @Test
  void what_was_not_written_so_is_an_arrival() {
    assertThat(Note.of("")).isEqualTo(Note.arrival());
    assertThat(Note.of("a;b;SCHEDULE;x;")).isEqualTo(Note.arrival());
  }
}
