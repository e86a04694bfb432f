package org.avance.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.job.InboxLook;
import org.avance.job.InboxLook.Lying;
import org.avance.job.InboxLook.State;
import org.avance.job.ServedFeed;
import org.avance.job.ServedFeeds;

/**
 * Which of the feeds without a schedule are to be loaded, since a file of theirs has arrived:
 *
 * <ul>
 *   <li>one that its writer calls complete, at once;
 *   <li>any other once it has lain still, in size and time, for as long as a writer may pause;
 *   <li>none beside which another state of it is being written.
 * </ul>
 *
 * Each is also looked at once in the beginning, and when its descriptor or the rulebook changes.
 */
final class Arrivals {
  private final Duration pause;
  private final Map<Lying, Instant> firstSeen = new HashMap<>();
  private final Map<String, Set<Object>> settled = new HashMap<>();
  private final Map<String, Set<Object>> offered = new HashMap<>();

  /**
   * @param pause how long a writer may pause
   */
  Arrivals(Duration pause) {
    this.pause = pause;
  }

  /** The feeds to be loaded, by name; each until it is {@link #settled}. */
  List<String> due(InboxLook look, ServedFeeds feeds, Instant now) {
    List<Lying> ready = ready(look, now);
    offered.clear();
    List<String> due = new ArrayList<>();
    for (ServedFeed feed : feeds.feeds()) {
      if (!feed.hasSchedule()) {
        Set<Object> reasons = reasons(feed, feeds, ready);
        offered.put(feed.name(), reasons);
        if (!settled.getOrDefault(feed.name(), Set.of()).containsAll(reasons)) {
          due.add(feed.name());
        }
      }
    }
    settled.keySet().retainAll(offered.keySet());
    return due;
  }

  /** What was offered of a feed will be looked at. */
  void settled(String feed) {
    settled.put(feed, offered.getOrDefault(feed, Set.of()));
  }

  private static Set<Object> reasons(ServedFeed feed, ServedFeeds feeds, List<Lying> ready) {
    Set<Object> reasons = new HashSet<>();
    reasons.add(feed.descriptorDigest() + " " + feeds.rulebookDigest());
    ready.stream()
        .filter(file -> feed.uses(file.name()))
        .forEach(file -> reasons.add(new Content(file.name(), file.bytes(), file.written())));
    return reasons;
  }

  /** A file as far as its folder tells. */
  private record Content(String name, long bytes, Instant written) {}

  private List<Lying> ready(InboxLook look, Instant now) {
    firstSeen.keySet().retainAll(Set.copyOf(look.files()));
    List<Lying> ready = new ArrayList<>();
    for (Lying file : look.files()) {
      firstSeen.putIfAbsent(file, now);
      if (file.state() == State.COMPLETE || (file.state() == State.OPEN && hasLain(file, now))) {
        ready.add(file);
      }
    }
    return ready;
  }

  /** By its own time, or, where a clock is ahead of ours, since we saw it so. */
  private boolean hasLain(Lying file, Instant now) {
    Instant seen = firstSeen.getOrDefault(file, now);
    Instant since = file.written().isBefore(seen) ? file.written() : seen;
    return !now.isBefore(since.plus(pause));
  }
}
