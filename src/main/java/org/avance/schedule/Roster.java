package org.avance.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.avance.job.Feeds;
import org.avance.job.ServedFeed;
import org.avance.job.ServedFeeds;
import org.avance.schedule.ServeEvent.Kind;

/**
 * The feeds as their descriptors say now. The folder is read again when something in it has changed
 * and then lain still from one look to the next; what is wrong is told once.
 */
final class Roster {
  private static final String RULES = "rules";

  private final Path jobs;
  private final News news;
  private volatile ServedFeeds feeds = ServedFeeds.NONE;
  private Set<String> read = Set.of();
  private Set<String> seen = Set.of();
  private String unreadable = "";

  Roster(Path jobs, News news) {
    this.jobs = jobs;
    this.news = news;
  }

  ServedFeeds feeds() {
    return feeds;
  }

  /** Reads the folder, whether or not it lies still. */
  void begin() throws IOException {
    seen = state();
    read = seen;
    feeds = ServedFeeds.read(jobs);
    faults(feeds).forEach(fault -> tellFault(feeds, fault));
  }

  /** Looks at the folder; true where the feeds were read anew. */
  boolean look() {
    try {
      Set<String> now = state();
      boolean still = now.equals(seen);
      seen = now;
      if (!still || now.equals(read)) {
        return false;
      }
      ServedFeeds before = feeds;
      feeds = ServedFeeds.read(jobs);
      read = now;
      unreadable = "";
      tellChanges(before, feeds);
      return true;
    } catch (IOException e) {
      tellUnreadable(String.valueOf(e));
      return false;
    }
  }

  private void tellUnreadable(String why) {
    if (!why.equals(unreadable)) {
      unreadable = why;
      news.tell(Kind.FAULT, "", "the descriptors can't be read, the last ones hold: " + why);
    }
  }

  private void tellChanges(ServedFeeds before, ServedFeeds after) {
    for (ServedFeed feed : after.feeds()) {
      Optional<ServedFeed> old = before.find(feed.name());
      if (old.isEmpty()) {
        news.tell(Kind.FEEDS_CHANGED, feed.name(), "descriptor added or mended");
      } else if (!old.get().descriptorDigest().equals(feed.descriptorDigest())) {
        news.tell(Kind.FEEDS_CHANGED, feed.name(), "descriptor changed");
      }
    }
    for (ServedFeed feed : before.feeds()) {
      boolean gone = after.find(feed.name()).isEmpty() && after.faultsOf(feed.name()).isEmpty();
      if (gone) {
        news.tell(Kind.FEEDS_CHANGED, feed.name(), "descriptor removed");
      }
    }
    if (!before.rulebookDigest().equals(after.rulebookDigest())) {
      news.tell(Kind.FEEDS_CHANGED, "", "rulebook changed");
    }
    List<Feeds.Fault> known = faults(before);
    faults(after).stream()
        .filter(fault -> !known.contains(fault))
        .forEach(fault -> tellFault(after, fault));
  }

  private void tellFault(ServedFeeds current, Feeds.Fault fault) {
    boolean rulebook = current.rulebookFaults().contains(fault.message());
    String consequence = rulebook ? "nothing is loaded" : "the feed is not loaded";
    news.tell(Kind.FAULT, fault.feed(), consequence + " until this is mended: " + fault.message());
  }

  private static List<Feeds.Fault> faults(ServedFeeds feeds) {
    List<Feeds.Fault> faults = new ArrayList<>(feeds.faults());
    feeds.rulebookFaults().forEach(message -> faults.add(new Feeds.Fault("", message)));
    return faults;
  }

  /** Name, size and time of each file that says something. */
  private Set<String> state() throws IOException {
    Set<String> state = new TreeSet<>();
    for (Path folder : List.of(jobs, jobs.resolve(RULES))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Roster::isDescriptor).toList()) {
          BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
          state.add(file + " " + found.size() + " " + found.lastModifiedTime());
        }
      }
    }
    return state;
  }

  private static boolean isDescriptor(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }
}
