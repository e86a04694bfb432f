package org.avance.monitor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A line in the log for each event, with run, feed and delivery for programs to find it by. */
public final class EventLog implements LoadWatch {
  private static final Logger LOG = LoggerFactory.getLogger("avance");

  private final Map<String, LoadStart> running = new ConcurrentHashMap<>();

  @Override
  public void began(LoadStart start) {
    running.put(start.feed(), start);
    LOG.atInfo()
        .addKeyValue("event", "load.began")
        .addKeyValue("run", start.execution())
        .addKeyValue("feed", start.feed())
        .addKeyValue("file", start.fileName())
        .log("load began");
  }

  @Override
  public void stepEnded(String feed, String step, double seconds) {
    LOG.atInfo()
        .addKeyValue("event", "step.ended")
        .addKeyValue("feed", feed)
        .addKeyValue("step", step)
        .addKeyValue("seconds", rounded(seconds))
        .log("step {} ended", step);
  }

  @Override
  public void ended(LoadResult load) {
    LoadStart start = running.remove(load.feed());
    LoggingEventBuilder line = load.outcome().isGood() ? LOG.atInfo() : LOG.atWarn();
    line = line.addKeyValue("event", "load.ended").addKeyValue("feed", load.feed());
    if (start != null) {
      line = line.addKeyValue("run", start.execution());
    }
    if (load.delivery().isPresent()) {
      line = counted(line, load.delivery().get());
    }
    if (!load.issues().isEmpty()) {
      line = line.addKeyValue("issues", new TreeMap<>(load.issues()));
    }
    line.addKeyValue("file", load.fileName())
        .addKeyValue("outcome", load.outcome())
        .addKeyValue("seconds", rounded(load.seconds()))
        .log("load ended {}{}", load.outcome(), why(load));
  }

  private static LoggingEventBuilder counted(LoggingEventBuilder line, Delivery delivery) {
    DeliveryCounts counts = delivery.counts();
    return line.addKeyValue("delivery", delivery.id())
        .addKeyValue("read", counts.read())
        .addKeyValue("staged", counts.staged())
        .addKeyValue("quarantined", counts.quarantined())
        .addKeyValue("skipped", counts.skipped());
  }

  /** Faults of ours; those of the data are told by their codes, since their words show cells. */
  private static String why(LoadResult load) {
    return load.outcome() == LoadResult.Outcome.FAILED && !load.reasons().isEmpty()
        ? ": " + String.join("; ", load.reasons())
        : "";
  }

  @Override
  public void runEnded(RunEnd end) {
    end.leftOut().forEach(fault -> LOG.atWarn().addKeyValue("event", "left.out").log(fault));
    long bad = end.loads().stream().filter(load -> !load.outcome().isGood()).count();
    LOG.atInfo()
        .addKeyValue("event", "run.ended")
        .addKeyValue("loads", end.loads().size())
        .addKeyValue("needAttention", bad)
        .log("run ended");
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
