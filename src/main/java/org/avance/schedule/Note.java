package org.avance.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.avance.job.ServedFeed;

/**
 * What an entry of the agenda says beside its time: enough to go on without the descriptor, which
 * may be gone or wrong by then.
 *
 * @param cron the schedule its time came from; empty where a file's arrival made it due
 * @param zone of the schedule
 * @param cause why it is due
 * @param tries how often it was tried again
 * @param owed whether a run was left out that is to be made once the descriptor is mended
 */
record Note(String cron, String zone, Cause cause, int tries, boolean owed) {
  private static final String BETWEEN = ";";
  private static final String OWED = "OWED";

  static Note scheduled(ServedFeed feed) {
    return new Note(feed.cron(), feed.zone().getId(), Cause.SCHEDULE, 0, false);
  }

  static Note arrival() {
    return new Note("", "", Cause.ARRIVAL, 0, false);
  }

  /** Reads what {@link #text} wrote; anything else is read as an arrival, which does no harm. */
  static Note of(String text) {
    List<String> parts = List.of(text.split(BETWEEN, -1));
    if (parts.size() < 5 || !parts.get(3).matches("\\d{1,6}")) {
      return arrival();
    }
    return new Note(
        parts.get(0),
        parts.get(1),
        parts.get(2).equals(Cause.SCHEDULE.name()) ? Cause.SCHEDULE : Cause.ARRIVAL,
        Integer.parseInt(parts.get(3)),
        parts.get(4).equals(OWED));
  }

  String text() {
    return String.join(
        BETWEEN,
        cron,
        zone,
        cause.name(),
        String.format(Locale.ROOT, "%d", tries),
        owed ? OWED : "");
  }

  /** True where the feed's descriptor still says the same. */
  boolean isOf(ServedFeed feed) {
    return cause == Cause.SCHEDULE && cron.equals(feed.cron()) && zone.equals(feed.zone().getId());
  }

  /** What {@code catchUp} speaks of: also a run that is to be tried again, or was stopped. */
  boolean canBeMissed() {
    return cause == Cause.SCHEDULE && !owed;
  }

  Note afterTry() {
    return new Note(cron, zone, cause, tries + 1, owed);
  }

  Note owing() {
    return new Note(cron, zone, cause, 0, true);
  }

  Timing timing() {
    return new Timing(cron, ZoneId.of(zone));
  }
}
