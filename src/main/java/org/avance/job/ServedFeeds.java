package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.avance.extract.yaml.YamlFault;
import org.avance.feed.FeedCatalogue;

/**
 * The feeds of a folder, as the schedule sees them.
 *
 * @param feeds those whose descriptor is sound, by name
 * @param faults what is wrong with other descriptors
 * @param rulebookDigest what the feeds are judged by; empty where the rulebook is wrong
 * @param rulebookFaults what is wrong with the rulebook, without which nothing is loaded
 */
public record ServedFeeds(
    List<ServedFeed> feeds,
    List<Feeds.Fault> faults,
    String rulebookDigest,
    List<String> rulebookFaults) {
  /** Before any folder was read. */
  public static final ServedFeeds NONE = new ServedFeeds(List.of(), List.of(), "", List.of());

  public ServedFeeds {
    feeds = List.copyOf(feeds);
    faults = List.copyOf(faults);
    rulebookFaults = List.copyOf(rulebookFaults);
  }

  /** Reads all descriptors and the rulebook. */
  public static ServedFeeds read(Path jobs) throws IOException {
    FeedCatalogue catalogue = FeedCatalogue.read(jobs);
    List<ServedFeed> feeds = catalogue.feeds().stream().map(ServedFeed::new).toList();
    List<Feeds.Fault> faults =
        catalogue.faults().stream()
            .map(f -> new Feeds.Fault(Feeds.baseName(Path.of(f.file())), f.toString()))
            .toList();
    try {
      return new ServedFeeds(feeds, faults, RulebookFile.read(jobs).digest(), List.of());
    } catch (YamlFault wrong) {
      return new ServedFeeds(feeds, faults, "", List.of(String.valueOf(wrong.getMessage())));
    }
  }

  public Optional<ServedFeed> find(String feed) {
    return feeds.stream().filter(each -> each.name().equals(feed)).findFirst();
  }

  /** What is wrong with a feed's descriptor; none where it is sound, or there is none. */
  public List<String> faultsOf(String feed) {
    return faults.stream()
        .filter(fault -> fault.feed().equals(feed))
        .map(Feeds.Fault::message)
        .toList();
  }
}
