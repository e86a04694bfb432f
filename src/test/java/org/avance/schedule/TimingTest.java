package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {
  private static final String DAILY = "0 30 2 * * *";
  private static final String HOURLY = "0 0 * * * *";

  private static List<String> next(String cron, String zone, String after, int many) {
    return new Timing(cron, ZoneId.of(zone))
        .between(Instant.parse(after), Instant.MAX, many).stream().map(Instant::toString).toList();
  }

  @Test
  void an_ordinary_day() {
    assertThat(next(DAILY, "America/Mexico_City", "2026-11-22T20:00:00Z", 2))
        .containsExactly("2026-11-23T08:30:00Z", "2026-11-24T08:30:00Z");
    assertThat(next("0 0 6 * * MON-FRI", "America/Mexico_City", "2026-11-20T20:00:00Z", 2))
        .containsExactly("2026-11-23T12:00:00Z", "2026-11-24T12:00:00Z");
    assertThat(next("0 0 3 L * *", "Europe/Madrid", "2028-02-01T00:00:00Z", 2))
        .containsExactly("2028-02-29T02:00:00Z", "2028-03-31T01:00:00Z");
  }

  @Test
  void an_instant_that_is_a_time_is_not_after_itself() {
    Timing timing = new Timing(DAILY, ZoneId.of("America/Mexico_City"));
    assertThat(timing.next(Instant.parse("2026-11-23T08:30:00Z")))
        .contains(Instant.parse("2026-11-24T08:30:00Z"));
    assertThat(timing.next(Instant.parse("2026-11-23T08:29:59.999999999Z")))
        .contains(Instant.parse("2026-11-23T08:30:00Z"));
  }

  @Test
  void a_day_that_never_comes() {
    assertThat(new Timing("0 0 0 30 2 *", ZoneId.of("Europe/Madrid")).next(Instant.EPOCH))
        .isEmpty();
  }

  /** The clock leaps from 02:00 to 03:00: half past two is taken at the leap. */
  @ParameterizedTest
  @CsvSource({
    "America/Mexico_City, 2022-04-02T20:00:00Z, 2022-04-03T08:00:00Z, 2022-04-04T07:30:00Z",
    "America/Tijuana,     2026-03-07T20:00:00Z, 2026-03-08T10:00:00Z, 2026-03-09T09:30:00Z",
    "Europe/Madrid,       2026-03-28T20:00:00Z, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z"
  })
  void a_time_that_spring_leaps_over(String zone, String before, String leap, String nextDay) {
    assertThat(next(DAILY, zone, before, 2)).containsExactly(leap, nextDay);
  }

  /** Half past one (in Madrid half past two) comes twice: the first counts. */
  @ParameterizedTest
  @CsvSource({
    "America/Mexico_City, 1, 2022-10-29T20:00:00Z, 2022-10-30T06:30:00Z, 2022-10-31T07:30:00Z",
    "America/Tijuana,     1, 2026-10-31T20:00:00Z, 2026-11-01T08:30:00Z, 2026-11-02T09:30:00Z",
    "Europe/Madrid,       2, 2026-10-24T20:00:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"
  })
  void a_time_that_autumn_shows_twice(
      String zone, int hour, String before, String first, String nextDay) {
    String cron = "0 30 %d * * *".formatted(hour);
    assertThat(next(cron, zone, before, 2)).containsExactly(first, nextDay);
    // Asked between the two.
    String between = Instant.parse(first).plusSeconds(1).toString();
    assertThat(next(cron, zone, between, 1)).containsExactly(nextDay);
    String inTheSecondHour = Instant.parse(first).plusSeconds(3000).toString();
    assertThat(next(cron, zone, inTheSecondHour, 1)).containsExactly(nextDay);
  }

  @Test
  void mexico_city_has_had_no_summer_time_since_2022() {
    assertThat(next(DAILY, "America/Mexico_City", "2023-04-01T20:00:00Z", 2))
        .containsExactly("2023-04-02T08:30:00Z", "2023-04-03T08:30:00Z");
    assertThat(next("0 30 1 * * *", "America/Mexico_City", "2023-10-28T20:00:00Z", 2))
        .containsExactly("2023-10-29T07:30:00Z", "2023-10-30T07:30:00Z");
  }

  @Test
  void by_the_hour_it_goes_on_through_the_hour_that_comes_twice() {
    assertThat(next(HOURLY, "America/Tijuana", "2026-11-01T07:00:00Z", 5))
        .containsExactly(
            "2026-11-01T07:00:00Z",
            "2026-11-01T08:00:00Z",
            "2026-11-01T09:00:00Z",
            "2026-11-01T10:00:00Z",
            "2026-11-01T11:00:00Z");
    assertThat(next("0 */30 * * * *", "Europe/Madrid", "2026-10-24T23:45:00Z", 5))
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:00:00Z");
  }

  @Test
  void by_the_hour_the_leap_is_one_step() {
    assertThat(next(HOURLY, "America/Tijuana", "2026-03-08T08:30:00Z", 3))
        .containsExactly("2026-03-08T09:00:00Z", "2026-03-08T10:00:00Z", "2026-03-08T11:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Mexico_City", "America/Tijuana", "Europe/Madrid"})
  void a_daily_run_is_made_once_on_each_day_of_any_year(String zone) {
    for (int year : List.of(2022, 2023, 2026)) {
      for (String cron : List.of("0 0 0 * * *", "0 30 1 * * *", "0 30 2 * * *", "0 0 3 * * *")) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant until = LocalDate.of(year + 1, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
        List<Instant> times = new Timing(cron, ZoneId.of(zone)).between(from, until, 1000);
        Set<LocalDate> days = new HashSet<>();
        times.forEach(time -> days.add(time.atZone(ZoneId.of(zone)).toLocalDate()));
        assertThat(List.of(times.size(), days.size()))
            .as("%s %s %d", zone, cron, year)
            .containsExactly(365, 365);
      }
    }
  }

  /** What the descriptor's reader lets pass can be computed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/10 * * * * *",
        "0 0/30 8,9-11/2 1 JAN-MAR,dec MON-FRI",
        "0 0 0 L * ?",
        "0 0 0 L-3 * *",
        "0 0 0 15W * *",
        "0 0 0 LW * *",
        "0 0 0 ? * 5#2",
        "0 0 0 * * FRIL",
        "59 59 23 31 12 7"
      })
  void whatever_a_descriptor_may_say_has_a_next_time(String cron) {
    assertThat(next(cron, "America/Tijuana", "2026-01-01T00:00:00Z", 1)).hasSize(1);
  }
}
