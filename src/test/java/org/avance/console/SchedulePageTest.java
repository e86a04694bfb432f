package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.avance.operate.Schedules;
import org.avance.operate.Serve;
import org.junit.jupiter.api.Test;

class SchedulePageTest {
  private static String page(Schedules.Report report) {
    StringWriter out = new StringWriter();
    new SchedulePage(report).print(new PrintWriter(out, true));
    return out.toString();
  }

  private static Schedules.Feed feed(
      String name, String schedule, String due, String running, String result) {
    boolean ran = !result.isEmpty();
    return new Schedules.Feed(
        name,
        schedule,
        "America/Mexico_City",
        "last",
        due,
        schedule.isEmpty()
            ? List.of()
            : List.of("2026-11-23T08:30:00Z", "2026-11-24T08:30:00Z", "2026-11-25T08:30:00Z"),
        running,
        ran ? "schedule" : "",
        ran ? "2026-11-22T08:30:00Z" : "",
        ran ? "2026-11-22T08:31:00Z" : "",
        result);
  }

  @Test
  void feeds_with_their_times_and_who_serves() {
    assertThat(
            page(
                new Schedules.Report(
                    List.of(
                        feed("nightly", "daily 02:30", "2026-11-22T20:05:00Z", "", "1 FAILED"),
                        feed("busy", "daily 02:30", "2026-11-22T08:30:00Z", "etl1:4711", ""),
                        feed("new", "30 2 * * *", "", "", ""),
                        feed("dropped", "", "", "", "2 PUBLISHED")),
                    List.of(new Schedules.Server("etl1:4711", "2026-11-22T08:00:00Z", "t")),
                    List.of("jobs/x.yaml:3: wrong"))))
        .isEqualTo(
            """
            Wrong, and not loaded until mended: jobs/x.yaml:3: wrong
            feed     schedule         zone                 next run          last run
            nightly  daily 02:30      America/Mexico_City  2026-11-22 14:05  2026-11-22 02:31
                then 2026-11-24 02:30, 2026-11-25 02:30
                last: 1 FAILED
            busy     daily 02:30      America/Mexico_City  now
                is being loaded by etl1:4711
                then 2026-11-24 02:30, 2026-11-25 02:30
            new      30 2 * * *       America/Mexico_City  2026-11-23 02:30
                then 2026-11-24 02:30, 2026-11-25 02:30
            dropped  as files arrive  America/Mexico_City                    2026-11-22 02:31
                last: 2 PUBLISHED

            Served by etl1:4711 since 2026-11-22T08:00:00Z.
            """);
  }

  @Test
  void nobody_serves() {
    assertThat(page(new Schedules.Report(List.of(), List.of(), List.of())))
        .endsWith(
            "\nNo process serves now: nothing is loaded by itself until `./avance serve` runs.\n");
  }

  @Test
  void events_are_lines_or_objects() {
    Serve.Event event =
        new Serve.Event(
            "2026-11-22T08:30:02Z",
            "loaded",
            "f",
            "a.csv",
            "REJECTED",
            0.94,
            "",
            "a.csv REJECTED: a\u001b[2J\nb");
    StringWriter lines = new StringWriter();
    new ServePage(new PrintWriter(lines), false).print(event);
    assertThat(lines.toString())
        .isEqualTo(
            "2026-11-22T08:30:02Z  loaded         f: a.csv REJECTED: a\\u001b[2J⏎b (0.9 s)\n");
    StringWriter json = new StringWriter();
    new ServePage(new PrintWriter(json), true).print(event);
    assertThat(json.toString().lines()).hasSize(1);
    assertThat(json.toString())
        .startsWith("{\"at\":\"2026-11-22T08:30:02Z\",\"event\":\"loaded\",\"feed\":\"f\",")
        .endsWith("\"message\":\"a.csv REJECTED: a\\u001B[2J\\nb\"}\n");
  }
}
