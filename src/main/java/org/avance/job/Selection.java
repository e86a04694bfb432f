package org.avance.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;

/**
 * What a loader is to load: all that is due, or chosen deliveries and nothing else.
 *
 * @param feeds names of the feeds to look at; all where empty
 * @param chosen where there are any, these alone, whether due or not, in this order within an
 *     edition
 */
public record Selection(Set<String> feeds, List<Chosen> chosen) {

  /**
   * One load of one delivery, seen to be done: where this process or another one has brought it to
   * its end already, it is not done again. So two who choose the same load it once.
   *
   * @param digest SHA-256 of the file's bytes, which lie in the archive or the inbox
   * @param rerun number of the load; one above the delivery's own is a new load of it
   * @param byName whether it takes the place of newer editions of its scope, too
   * @param wasTakenBack whether it had been taken back when it was chosen: what is taken back only
   *     later stays so
   */
  public record Chosen(
      String feed, String digest, long rerun, boolean byName, boolean wasTakenBack) {

    /** What is left of a load that did not come to its end; or the first of a new file. */
    public static Chosen toItsEnd(String feed, String digest, long rerun) {
      return new Chosen(feed, digest, rerun, false, false);
    }

    /** A new load of a delivery that has ended; a newer edition of its scope supersedes it. */
    public static Chosen again(Delivery delivery) {
      return again(delivery, false);
    }

    /** A new load of a delivery that has ended, whatever newer editions state. */
    public static Chosen byName(Delivery delivery) {
      return again(delivery, true);
    }

    private static Chosen again(Delivery delivery, boolean byName) {
      return new Chosen(
          delivery.feed(),
          delivery.digest(),
          delivery.rerun() + 1L,
          byName,
          delivery.status() == DeliveryStatus.RETRACTED);
    }
  }

  public Selection {
    feeds = Set.copyOf(feeds);
    chosen = List.copyOf(chosen);
  }

  /** All that is due of some feeds; of all where none is named. */
  public static Selection due(Set<String> feeds) {
    return new Selection(feeds, List.of());
  }

  /** Chosen deliveries, at least one. */
  public static Selection of(List<Chosen> chosen) {
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("expected at least one delivery, found none");
    }
    return new Selection(chosen.stream().map(Chosen::feed).collect(Collectors.toSet()), chosen);
  }

  boolean takes(String feed) {
    return feeds.isEmpty() || feeds.contains(feed);
  }

  boolean isWhatIsDue() {
    return chosen.isEmpty();
  }

  List<Chosen> of(String feed) {
    return chosen.stream().filter(each -> each.feed().equals(feed)).toList();
  }

  Optional<Chosen> find(String feed, String digest) {
    return of(feed).stream().filter(each -> each.digest().equals(digest)).findFirst();
  }
}
