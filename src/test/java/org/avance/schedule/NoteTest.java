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

  /** Or a feed that is not to be loaded by day would be, since it was stopped at night. */
  @Test
  void a_run_that_was_tried_can_be_missed_like_any_other() {
    Note due = new Note("0 30 2 * * *", "America/Tijuana", Cause.SCHEDULE, 0, false);
    assertThat(due.canBeMissed()).isTrue();
    assertThat(due.afterTry().canBeMissed()).isTrue();
    assertThat(due.owing().canBeMissed()).isFalse();
    assertThat(Note.arrival().canBeMissed()).isFalse();
  }
}
