package org.avance.operate;

import java.util.List;
import org.avance.warehouse.Freshness.FeedAge;

/** Says of each feed how old its last good delivery is, when the next is due and what is late. */
public final class FreshnessCheck {
  private FreshnessCheck() {}

  /** Feeds by name. */
  public record Report(List<FeedAge> feeds) {
    public Report {
      feeds = List.copyOf(feeds);
    }

    /** True where a delivery that was due has not been published. */
    public boolean anyLate() {
      return feeds.stream().anyMatch(FeedAge::late);
    }
  }

  /**
   * Looks and changes nothing. What is expected is what the last run found in the descriptors.
   *
   * @param feed one of them; all where empty
   * @throws Refusal where nothing is known of the feed
   */
  public static Report perform(Workplace place, String feed) {
    Report report =
        Look.at(place, () -> new Report(List.of()), look -> new Report(look.freshness(feed)));
    if (report.feeds().isEmpty()) {
      RunList.mustBeKnown(place, feed);
    }
    return report;
  }
}
