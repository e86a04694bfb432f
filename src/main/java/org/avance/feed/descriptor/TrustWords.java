package org.avance.feed.descriptor;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.avance.feed.trust.Expectations;
import org.avance.feed.trust.Expectations.Every;
import org.avance.feed.trust.Schedule;
import org.avance.feed.trust.Tolerance;
import org.avance.feed.trust.Tolerances;
import org.avance.feed.trust.Trust;
import org.avance.model.CatchUp;
import org.avance.model.SameKey;

/** The words that say how far a feed's deliveries are trusted. */
final class TrustWords {
  static final Word<SameKey> SAME_KEY =
      Word.optional(
          "sameKey",
          Readers.oneOf(List.of(SameKey.NUMBER, SameKey.QUARANTINE, SameKey.REJECT)),
          SameKey.QUARANTINE,
          "What is done with records of the same key and other values.");
  static final Word<SameKey> AGGREGATE =
      Word.maybe(
          "aggregate",
          Readers.oneOf(List.of(SameKey.SUM)),
          "Records of the same key are parts of one figure.");
  static final Word<Tolerances> TOLERANCES =
      Word.optional(
          "tolerances", tolerances(), Tolerances.STRICT, "What a delivery may fall short by.");
  static final Word<Expectations> EXPECTATIONS =
      Word.optional(
          "expectations",
          expectations(),
          new Expectations(Every.UNSTATED, MonthDay.of(12, 31), Tolerance.ANYTHING),
          "When deliveries are due, and how many records they have.");
  static final Word<Schedule> SCHEDULE =
      Word.optional(
          "schedule",
          Readers.parsed(
              "a time such as daily 02:30, or a cron expression such as 30 2 * * *",
              text -> Cron.sixFields(text).map(cron -> schedule(text, cron))),
          Schedule.NONE,
          "When the feed is loaded; without it, when a file arrives.");
  static final Word<ZoneId> ZONE =
      Word.optional(
          "zone", Readers.ZONE, ZoneId.of("America/Mexico_City"), "Time zone of the schedule.");
  static final Word<CatchUp> CATCH_UP =
      Word.optional(
          "catchUp",
          Readers.oneOf(List.of(CatchUp.NONE, CatchUp.LAST, CatchUp.ALL)),
          CatchUp.LAST,
          "Which of the runs that fell due while nothing served are made up for.");

  static final List<Word<?>> ALL =
      List.of(SAME_KEY, AGGREGATE, TOLERANCES, EXPECTATIONS, SCHEDULE, ZONE, CATCH_UP);

  private TrustWords() {}

  /** What a feed's map says of its trust. */
  static Trust trust(Said said) {
    if (said.has(AGGREGATE) && said.has(SAME_KEY)) {
      said.fault(AGGREGATE, "expected either aggregate or sameKey but found both");
    }
    if (said.has(CATCH_UP) && !said.has(SCHEDULE)) {
      said.fault(CATCH_UP, "expected it beside `schedule` only");
    }
    return new Trust(
        said.find(AGGREGATE).orElseGet(() -> said.get(SAME_KEY)),
        said.get(TOLERANCES),
        said.get(EXPECTATIONS),
        said.get(SCHEDULE).with(said.get(CATCH_UP)),
        said.get(ZONE));
  }

  private static Schedule schedule(String written, String cron) {
    return new Schedule(written.trim(), cron, CatchUp.LAST);
  }

  private static Reader<Tolerances> tolerances() {
    Word<Tolerance> quarantined =
        Word.optional(
            "quarantined",
            Readers.TOLERANCE,
            Tolerance.NOTHING,
            "Records in quarantine, as a number or a share of all.");
    Word<Tolerance> crossFoot =
        Word.optional(
            "crossFoot",
            Readers.TOLERANCE,
            Tolerance.NOTHING,
            "Difference between a printed total and its records.");
    Word<Tolerance> ended =
        Word.maybe(
            "ended",
            Readers.TOLERANCE,
            "Facts of its scope that a delivery ends, as a number or a share of those published.");
    return Words.of(quarantined, crossFoot, ended)
        .as(
            "a map of quarantined, crossFoot and ended",
            said ->
                Optional.of(
                    new Tolerances(said.get(quarantined), said.get(crossFoot), said.find(ended))));
  }

  private static Reader<Expectations> expectations() {
    Word<Every> every =
        Word.needed(
            "every",
            Readers.oneOf(List.copyOf(EnumSet.complementOf(EnumSet.of(Every.UNSTATED)))),
            "How often a delivery is due.");
    Word<MonthDay> dueBy =
        Word.optional(
            "dueBy", Readers.MONTH_DAY, MonthDay.of(12, 31), "Day by which a yearly one is due.");
    Word<Tolerance> rows =
        Word.optional(
            "rowsAgainstLast",
            Readers.TOLERANCE,
            Tolerance.ANYTHING,
            "How many records more or fewer than the last.");
    return Words.of(every, dueBy, rows)
        .as(
            "a map of every, dueBy and rowsAgainstLast",
            said -> {
              if (said.has(dueBy) && said.get(every) != Every.YEAR) {
                said.fault(dueBy, "expected it beside `every: year` only");
              }
              return Optional.of(
                  new Expectations(said.get(every), said.get(dueBy), said.get(rows)));
            });
  }
}
