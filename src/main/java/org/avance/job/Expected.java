package org.avance.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.feed.trust.Expectations;
import org.avance.load.FeedExpectations;

/** The catalogue's expectations in the words of the warehouse. */
final class Expected {
  private Expected() {}

  /** Tells the warehouse what is expected of every feed, whichever of them a run looks at. */
  static void publish(
      FeedCatalogue catalogue, List<String> feedOrder, FeedExpectations expectations) {
    expectations.publish(of(catalogue.feeds(), feedOrder), faulty(catalogue));
  }

  /** Feeds that the rulebook does not name are shown after the named ones, by name. */
  private static List<FeedExpectations.Expected> of(List<Feed> feeds, List<String> feedOrder) {
    List<String> order = new ArrayList<>(feedOrder);
    feeds.stream()
        .map(Feed::name)
        .filter(name -> !order.contains(name))
        .sorted()
        .forEach(order::add);
    return feeds.stream().map(feed -> of(feed, order.indexOf(feed.name()) + 1)).toList();
  }

  private static FeedExpectations.Expected of(Feed feed, int showOrder) {
    Expectations expectations = feed.trust().expectations();
    return new FeedExpectations.Expected(
        feed.name(),
        feed.title(),
        feed.agency(),
        expectations.every().name(),
        expectations.dueBy().getMonthValue(),
        expectations.dueBy().getDayOfMonth(),
        showOrder);
  }

  private static Set<String> faulty(FeedCatalogue catalogue) {
    return catalogue.faults().stream()
        .map(fault -> Feeds.baseName(Path.of(fault.file())))
        .collect(Collectors.toSet());
  }
}
