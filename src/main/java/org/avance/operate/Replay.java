package org.avance.operate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.job.Loader;
import org.avance.job.Replays;
import org.avance.job.RunResult;
import org.avance.job.Selection;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;
import org.avance.model.ReplayItem;

/**
 * Loads quarantined records once what kept them out is mended: their deliveries are loaded again
 * from the archive, under descriptor, rulebook and side files of now.
 */
public final class Replay {
  private Replay() {}

  /**
   * What became of a delivery's open records.
   *
   * @param replayed records that are loaded now
   * @param stillOpen records that are still in quarantine
   */
  public record Outcome(long delivery, long replayed, long stillOpen) {}

  /**
   * What a replay is about, and what came of it.
   *
   * @param items the deliveries that have open records, as they stood before
   * @param done false where whoever was asked did not agree, or there was nothing to do
   * @param loads what came of those that were loaded again
   * @param outcomes of their records
   * @param unreadable files that could not be read, with the reason
   */
  public record Report(
      List<ReplayItem> items,
      boolean done,
      List<LoadResult> loads,
      List<Outcome> outcomes,
      List<String> unreadable) {
    public Report {
      items = List.copyOf(items);
      loads = List.copyOf(loads);
      outcomes = List.copyOf(outcomes);
      unreadable = List.copyOf(unreadable);
    }

    /** The deliveries that are loaded again. */
    public List<ReplayItem> replayed() {
      return items.stream().filter(ReplayItem::isReplayed).toList();
    }

    /** Whether nothing went wrong; records may be open still. */
    public boolean allWell() {
      return (done || replayed().isEmpty())
          && unreadable.isEmpty()
          && loads.stream().allMatch(load -> load.outcome().isGood());
    }
  }

  /**
   * What is asked for.
   *
   * @param feeds names of feeds; all where neither feeds nor deliveries are named
   * @param deliveries numbers of deliveries
   * @param evenUnchanged also where nothing about a delivery has changed
   */
  public record Wish(Set<String> feeds, Set<Long> deliveries, boolean evenUnchanged) {
    public Wish {
      feeds = Set.copyOf(feeds);
      deliveries = Set.copyOf(deliveries);
    }

    private boolean takes(Delivery delivery) {
      return (feeds.isEmpty() && deliveries.isEmpty())
          || feeds.contains(delivery.feed())
          || deliveries.contains(delivery.id());
    }
  }

  /**
   * Replays what can be replayed.
   *
   * @throws Refusal where a feed or delivery is unknown, or a named delivery can't be replayed
   */
  public static Report perform(
      Workplace place, Wish wish, Approval<Report> approval, Run.Watcher watcher) {
    return Loading.perform(
        place,
        watcher,
        loader -> {
          Loading.mustHaveSound(place, wish.feeds());
          Replays replays = loader.replays();
          List<ReplayItem> items =
              replays.plan(wish.evenUnchanged()).stream()
                  .filter(item -> wish.takes(item.delivery()))
                  .toList();
          mustAllBeReplayed(wish, items, replays);
          Report scope = new Report(items, false, List.of(), List.of(), List.of());
          return scope.replayed().isEmpty() || !approval.given(scope)
              ? scope
              : load(scope, replays, loader);
        });
  }

  private static void mustAllBeReplayed(Wish wish, List<ReplayItem> items, Replays replays) {
    Set<Long> named = new LinkedHashSet<>(wish.deliveries());
    for (ReplayItem item : items) {
      if (named.remove(item.delivery().id()) && !item.isReplayed()) {
        throw new Refusal(
            "replay %d: delivery %d (%s) has %d open %s in quarantine, but %s%s"
                .formatted(
                    item.delivery().id(),
                    item.delivery().id(),
                    item.delivery().fileName(),
                    item.open(),
                    item.open() == 1 ? "record" : "records",
                    item.why(),
                    item.why().startsWith("neither")
                        ? ": mend what keeps them out first, or say --even-unchanged"
                        : ""));
      }
    }
    for (long id : named) {
      throw new Refusal(
          replays
              .find(id)
              .map(
                  delivery ->
                      "replay %d: delivery %d (%s) is %s and has no open records in quarantine; `rerun` loads all of a delivery again"
                          .formatted(id, id, delivery.fileName(), delivery.status()))
              .orElse(
                  "replay %d: there is no delivery of this number; `files` lists them"
                      .formatted(id)));
    }
  }

  private static Report load(Report scope, Replays replays, Loader loader) {
    List<Selection.Chosen> chosen =
        scope.replayed().stream().map(item -> Selection.Chosen.again(item.delivery())).toList();
    RunResult result = loader.load(Selection.of(chosen));
    Set<Long> published =
        result.loads().stream()
            .filter(load -> load.outcome() == LoadResult.Outcome.PUBLISHED)
            .flatMap(load -> load.delivery().stream())
            .map(Delivery::id)
            .collect(Collectors.toSet());
    List<Outcome> outcomes = new ArrayList<>();
    for (ReplayItem item : scope.replayed()) {
      Delivery delivery = item.delivery();
      boolean loaded = published.contains(delivery.id());
      outcomes.add(
          new Outcome(
              delivery.id(),
              loaded ? replays.replayedLast(delivery) : 0,
              replays.openOf(delivery)));
    }
    return new Report(scope.items(), true, result.loads(), outcomes, result.unreadable());
  }
}
