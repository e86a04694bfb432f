package org.avance.monitor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.LoadResult;
import org.avance.monitor.log.Masked;
import org.avance.warehouse.AlertBook;
import org.avance.warehouse.FeedChecks;

/**
 * Events in words: what happened, and the command that puts it right. Nothing that cells hold is
 * told: where it stands is.
 */
final class AlertWords {
  private static final int LONGEST_SUBJECT = 300;

  /** Of a feed that delivers so often, a message for each would be a message each day. */
  private static final List<String> OFTEN = List.of("WEEK", "DAY");

  private final Path inbox;

  /**
   * @param inbox where files lie, for the commands
   */
  AlertWords(Path inbox) {
    this.inbox = inbox;
  }

  /**
   * A load that failed.
   *
   * @param run its number; 0 where it never came to an execution
   */
  AlertBook.Event failed(LoadResult load, long run, String digest) {
    String what = load.fileName().isEmpty() ? "nothing of it could be loaded" : name(load);
    List<String> commands =
        run == 0
            ? List.of("./avance doctor", "./avance run --feed " + quoted(load.feed()))
            : List.of("./avance show " + run, "./avance restart " + run);
    return event(
        AlertKind.RUN_FAILED,
        "failed/" + load.feed() + "/" + (digest.isEmpty() ? load.fileName() : digest),
        load,
        run,
        digest,
        "FAILED: %s%s".formatted(load.feed(), run == 0 ? "" : ", run " + run),
        "A load of the feed %s failed: %s.%s\nBecause: %s"
            .formatted(load.feed(), what, numbers(load, run), reasons(load)),
        commands);
  }

  AlertBook.Event rejected(LoadResult load, Delivery delivery, long run) {
    String file = quoted(inbox.resolve(load.fileName()).toString());
    return event(
        AlertKind.RUN_REJECTED,
        "rejected/%s/%s/%d".formatted(load.feed(), delivery.digest(), delivery.rerun()),
        load,
        run,
        delivery.digest(),
        "REJECTED: %s, %s".formatted(load.feed(), name(load)),
        "A delivery of the feed %s is not trusted, and none of its figures is visible: %s.%s\nBecause: %s\nIssues: %s"
            .formatted(load.feed(), name(load), numbers(load, run), reasons(load), issues(load)),
        List.of(show(run), "./avance feed try %s %s".formatted(quoted(load.feed()), file)));
  }

  AlertBook.Event fell(LoadResult load, Delivery delivery, long run, FeedChecks.Drop drop) {
    return event(
        AlertKind.ROWS_FELL,
        "rows/%s/%d/%d".formatted(load.feed(), delivery.id(), delivery.rerun()),
        load,
        run,
        delivery.digest(),
        "FEWER ROWS: %s, %d records after %d".formatted(load.feed(), drop.records(), drop.before()),
        "%s of the feed %s has %d records, the delivery before had %d; its descriptor expects %s. It is published.%s"
            .formatted(
                name(load),
                load.feed(),
                drop.records(),
                drop.before(),
                Masked.of(drop.allowed()),
                numbers(load, run)),
        List.of(
            show(run),
            "./avance retract %d --reason 'why it is taken back'".formatted(delivery.id())));
  }

  AlertBook.Event recovered(LoadResult load, long run, List<AlertBook.Entry> over) {
    String what =
        over.stream().map(entry -> entry.event().subject()).collect(Collectors.joining("; "));
    return event(
        AlertKind.RECOVERED,
        "recovered/" + over.get(0).id(),
        load,
        run,
        load.delivery().map(Delivery::digest).orElse(""),
        "RECOVERED: %s, %s".formatted(load.feed(), name(load)),
        "%s of the feed %s is %s.%s\nThis is over: %s"
            .formatted(name(load), load.feed(), load.outcome(), numbers(load, run), what),
        List.of());
  }

  /** Of feeds that deliver often one message for as long as they are late; else one an edition. */
  AlertBook.Event late(FeedChecks.Late late) {
    String key = OFTEN.contains(late.every()) ? "" : "/" + late.edition();
    return new AlertBook.Event(
        "late/" + late.feed() + key,
        AlertKind.FEED_LATE.name(),
        late.feed(),
        "",
        "",
        0,
        0,
        late.missing(),
        subject("LATE: %s, %s was due on %s".formatted(late.feed(), late.edition(), late.dueOn())),
        "The feed %s is late: %s of %s was due on %s and has not been published. %d missing in all."
            .formatted(
                late.feed(),
                late.edition(),
                late.agency().isBlank() ? "its agency" : Masked.of(late.agency()),
                late.dueOn(),
                late.missing()),
        "./avance freshness --feed %1$s\n./avance run --feed %1$s".formatted(quoted(late.feed())));
  }

  AlertBook.Event quarantine(FeedChecks.Waiting waiting, long before) {
    return new AlertBook.Event(
        "quarantine/" + waiting.feed(),
        AlertKind.QUARANTINE_GREW.name(),
        waiting.feed(),
        "",
        "",
        0,
        0,
        waiting.records(),
        subject(
            "QUARANTINE GREW: %s, %d records after %d"
                .formatted(waiting.feed(), waiting.records(), before)),
        "%d records of the feed %s wait in quarantine; when it was told last there were %d."
            .formatted(waiting.records(), waiting.feed(), before),
        "./avance quarantine list --feed %1$s".formatted(quoted(waiting.feed())));
  }

  AlertBook.Event leftOut(String fault, String key) {
    return new AlertBook.Event(
        "left-out/" + key,
        AlertKind.LEFT_OUT.name(),
        "",
        "",
        "",
        0,
        0,
        0,
        subject("LEFT OUT: " + Masked.of(fault)),
        "A run could not look at this, and loaded the rest: " + Masked.of(fault),
        "./avance feed check\n./avance run");
  }

  private static AlertBook.Event event(
      AlertKind kind,
      String key,
      LoadResult load,
      long run,
      String digest,
      String subject,
      String body,
      List<String> commands) {
    return new AlertBook.Event(
        key,
        kind.name(),
        load.feed(),
        digest,
        load.delivery().map(Delivery::scope).orElse(""),
        load.delivery().map(Delivery::id).orElse(0L),
        run,
        0,
        subject(subject),
        body,
        String.join("\n", commands));
  }

  private static String subject(String text) {
    String line = Masked.of(text);
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  private static String name(LoadResult load) {
    return Masked.of(load.fileName());
  }

  private static String numbers(LoadResult load, long run) {
    String delivery =
        load.delivery()
            .map(
                d -> {
                  DeliveryCounts counts = d.counts();
                  return "\nDelivery %d: %d records read, %d staged, %d in quarantine."
                      .formatted(d.id(), counts.read(), counts.staged(), counts.quarantined());
                })
            .orElse("");
    return (run == 0 ? "" : "\nRun " + run + ".") + delivery;
  }

  private static String reasons(LoadResult load) {
    return load.reasons().isEmpty()
        ? "no reason was given"
        : load.reasonsWithoutCells().stream().map(Masked::of).collect(Collectors.joining("; "));
  }

  private static String issues(LoadResult load) {
    return load.issues().isEmpty()
        ? "none"
        : load.issues().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(issue -> issue.getKey() + " " + issue.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String show(long run) {
    return run == 0 ? "./avance runs --failed" : "./avance show " + run;
  }

  /** As a shell takes it, whatever it is called. */
  private static String quoted(String word) {
    String shown = Masked.of(word);
    return shown.matches("[\\p{L}\\p{N}._/+:@%-]+")
        ? shown
        : "'" + shown.replace("'", "'\\''") + "'";
  }
}
