package org.avance.operate;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.avance.job.InboxLook;
import org.avance.job.Progress;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.avance.monitor.LoadWatch;
import org.avance.schedule.FeedRun;
import org.avance.schedule.ServeEvent;
import org.avance.schedule.ServeListener;
import org.avance.server.Endpoint;

/**
 * Watches a serving process: alerts, metrics, lineage and pages hear what it does. Follows the
 * warehouse when its server has come back elsewhere.
 */
final class ServeWatch implements ServeListener, Progress, AutoCloseable {
  private final Workplace place;
  private final Watching watching;
  private volatile Endpoint there;
  private volatile Watching.Served served;
  private volatile boolean serves;
  private volatile List<String> leftOut = List.of();

  /**
   * Opens the pages, unless they are turned off.
   *
   * @param there a warehouse whose schema is that of this build
   * @throws Refusal where the pages can't be opened
   */
  ServeWatch(Workplace place, Watching watching, Endpoint there) {
    this.place = place;
    this.watching = watching;
    this.there = there;
    this.served = open(there);
  }

  private Watching.Served open(Endpoint endpoint) {
    return watching.serving(endpoint, FeedActs.check(place, List.of()).sound(), () -> this.serves);
  }

  /** Where the pages are; nothing where they are turned off. */
  List<InetSocketAddress> pages() {
    return served.pages();
  }

  /** The warehouse answers, perhaps at another port than before. */
  void isAt(Endpoint endpoint) {
    if (!endpoint.equals(there)) {
      served.watch().close();
      served = open(endpoint);
      there = endpoint;
    }
  }

  private LoadWatch watch() {
    return served.watch();
  }

  @Override
  public void at(String feed, String fileName, String step, long records) {}

  @Override
  public void began(LoadStart start) {
    watch().began(start);
  }

  @Override
  public void stepEnded(String feed, String step, double seconds) {
    watch().stepEnded(feed, step, seconds);
  }

  @Override
  public void ended(LoadResult result) {
    watch().ended(result);
  }

  @Override
  public void happened(ServeEvent event) {
    switch (event.kind()) {
      case STARTED -> {
        serves = true;
        watch().able();
        lookWhole();
      }
      case FAULT, FEEDS_CHANGED -> lookWhole();
      case STOPPING, STOPPED -> serves = false;
      default -> {
        // Told by the loads themselves.
      }
    }
  }

  /** What no feed's run can look at: wrong descriptors, files that can't be read. */
  private List<String> look() {
    List<String> found = new ArrayList<>();
    try {
      found.addAll(FeedActs.check(place, List.of()).faults());
    } catch (Refusal gone) {
      found.add(String.valueOf(gone.getMessage()));
    }
    found.addAll(InboxLook.at(place.inbox()).unreadable());
    return List.copyOf(found);
  }

  private void lookWhole() {
    leftOut = look();
    watch().runEnded(new LoadWatch.RunEnd(List.of(), leftOut, true));
  }

  @Override
  public void ran(FeedRun run) {
    watch().runEnded(new LoadWatch.RunEnd(run.loads(), run.faults(), false));
  }

  @Override
  public void pulse(Instant now) {
    watch().checksDue();
    // What is mended must be over, or nobody hears of it when it comes again.
    if (!leftOut.isEmpty() && !leftOut.equals(look())) {
      lookWhole();
    }
  }

  @Override
  public void unable(String why) {
    watch().unable(why);
  }

  @Override
  public void able() {
    watch().able();
  }

  @Override
  public void close() {
    served.watch().close();
  }
}
