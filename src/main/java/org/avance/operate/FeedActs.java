package org.avance.operate;

import java.io.IOException;
import java.util.List;
import org.avance.job.Feeds;

/** Looks at the feeds' descriptors, without a database. */
public final class FeedActs {
  private FeedActs() {}

  /** All sound feeds by name, and what is wrong with the other descriptors. */
  public static Feeds list(Workplace place) {
    place.mustHaveJobs();
    try {
      return Feeds.read(place.jobs());
    } catch (IOException e) {
      throw new Refusal("the folder %s can't be read: %s".formatted(place.jobs(), e.getMessage()));
    }
  }

  /**
   * Checks descriptors.
   *
   * @param names feeds to check; all where empty
   * @return feeds and faults, of the named ones only
   * @throws Refusal where there is no descriptor of a name
   */
  public static Feeds check(Workplace place, List<String> names) {
    Feeds all = list(place);
    if (names.isEmpty()) {
      return all;
    }
    for (String name : names) {
      if (!all.names().contains(name)) {
        throw new Refusal(
            "no descriptor %s.yaml in %s; there are %s%s"
                .formatted(
                    name,
                    place.jobs(),
                    String.join(", ", all.names()),
                    Run.nearest(name, all.names())));
      }
    }
    return all.only(names);
  }
}
