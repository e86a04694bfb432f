package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.avance.model.CatchUp;
import org.junit.jupiter.api.Test;

class MakeupTest {
  private static final Timing DAILY = new Timing("0 30 2 * * *", ZoneId.of("America/Mexico_City"));
  private static final Instant DUE = Instant.parse("2026-11-20T08:30:00Z");
  private static final Instant BACK = Instant.parse("2026-11-22T15:00:00Z");

  private static Makeup makeup(CatchUp catchUp) {
    return Makeup.of(DAILY, catchUp, DUE, BACK);
  }

  @Test
  void after_an_outage_of_three_nights() {
    Instant second = Instant.parse("2026-11-21T08:30:00Z");
    Instant third = Instant.parse("2026-11-22T08:30:00Z");
    assertThat(makeup(CatchUp.NONE)).isEqualTo(new Makeup(List.of(), 3));
    assertThat(makeup(CatchUp.LAST)).isEqualTo(new Makeup(List.of(third), 2));
    assertThat(makeup(CatchUp.ALL)).isEqualTo(new Makeup(List.of(DUE, second, third), 0));
  }

  @Test
  void what_waited_for_its_turn_was_not_missed() {
    for (CatchUp catchUp : CatchUp.values()) {
      assertThat(Makeup.of(DAILY, catchUp, DUE, DUE)).isEqualTo(new Makeup(List.of(DUE), 0));
      assertThat(Makeup.of(DAILY, catchUp, DUE, DUE.minusSeconds(3600)))
          .isEqualTo(new Makeup(List.of(DUE), 0));
    }
  }

  @Test
  void all_is_bounded_and_keeps_the_latest() {
    Timing hourly = new Timing("0 0 * * * *", ZoneId.of("UTC"));
    Instant from = Instant.parse("2026-11-01T00:00:00Z");
    Instant until = Instant.parse("2026-11-11T00:00:00Z");
    Makeup makeup = Makeup.of(hourly, CatchUp.ALL, from, until);
    assertThat(makeup.runs())
        .hasSize(24)
        .startsWith(Instant.parse("2026-11-10T00:00:00Z"))
        .endsWith(Instant.parse("2026-11-10T23:00:00Z"));
    assertThat(makeup.leftOut()).isEqualTo(216);
  }

  @Test
  void an_entry_whose_time_is_no_longer_of_the_schedule_counts() {
    Instant odd = Instant.parse("2026-11-20T09:00:00Z");
    assertThat(Makeup.of(DAILY, CatchUp.LAST, odd, odd.plusSeconds(60)))
        .isEqualTo(new Makeup(List.of(odd), 0));
    assertThat(Makeup.of(DAILY, CatchUp.NONE, odd, odd.plusSeconds(60)))
        .isEqualTo(new Makeup(List.of(), 1));
  }
}
