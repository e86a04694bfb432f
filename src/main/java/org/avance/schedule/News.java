package org.avance.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.LoadResult;
import org.avance.schedule.ServeEvent.Kind;

/** Tells listeners what happens, with the time it happened at. */
record News(ServeListener listener, Clock clock) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  static News to(ServeListener listener, Clock clock) {
    return new News(ServeListener.all(List.of(listener)), clock);
  }

  void tell(Kind kind, String feed, String message) {
    listener.happened(ServeEvent.of(clock.instant(), kind, feed, message));
  }

  void nextDue(String feed, Instant due, ZoneId zone) {
    String message = "next due %s %s".formatted(WALL.format(due.atZone(zone)), zone);
    listener.happened(
        new ServeEvent(
            clock.instant(), Kind.NEXT_DUE, feed, message, Optional.of(due), Optional.empty()));
  }

  void loaded(LoadResult load) {
    List<String> why = load.reasonsWithoutCells();
    String reasons = why.isEmpty() ? "" : ": " + String.join("; ", why);
    String counts = load.delivery().map(Delivery::counts).map(News::inWords).orElse("");
    String message = "%s %s%s%s".formatted(load.fileName(), load.outcome(), counts, reasons).trim();
    listener.happened(
        new ServeEvent(
            clock.instant(),
            Kind.LOADED,
            load.feed(),
            message,
            Optional.empty(),
            Optional.of(load)));
  }

  private static String inWords(DeliveryCounts counts) {
    return ", %d read, %d staged, %d in quarantine"
        .formatted(counts.read(), counts.staged(), counts.quarantined());
  }

  void ran(FeedRun run) {
    run.loads().forEach(this::loaded);
    run.faults().forEach(fault -> tell(Kind.FAULT, run.feed(), fault));
    tell(Kind.RUN_ENDED, run.feed(), run.inWords());
    listener.ran(run);
  }
}
