package org.avance.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.avance.job.EditionRange;
import org.avance.job.Loader;
import org.avance.job.RunResult;
import org.avance.job.Selection;
import org.avance.model.BackfillItem;
import org.avance.model.LoadResult;

/** Loads a range of a feed's editions, from inbox and archive. */
public final class Backfill {
  private Backfill() {}

  /** Years of editions, both ends included. */
  public record Years(int first, int last) {
    private static final Pattern RANGE = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");

    /** As {@code 2016..2021} or {@code 2019}. */
    public static Years of(String text) {
      Matcher range = RANGE.matcher(text.strip());
      if (!range.matches()) {
        throw new Refusal(
            "expected years such as 2016..2021 or 2019, found \"%s\"".formatted(text));
      }
      int first = Integer.parseInt(range.group(1));
      int last = Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(first);
      if (last < first) {
        throw new Refusal(
            "expected years from the first to the last, such as %d..%d, found \"%s\""
                .formatted(last, first, text));
      }
      return new Years(first, last);
    }
  }

  /**
   * What a backfill is about, and what came of it.
   *
   * @param brokenOff when the backfill was begun that this one goes on with, UTC; empty where it is
   *     a new one
   * @param items what there is in the range, by edition, and what is done with it
   * @param yearsWithout years of the range of which there is nothing
   * @param done false where nothing was loaded: it was only asked for, or not agreed to
   * @param loads what came of each that was loaded
   * @param unreadable files that could not be read, with the reason
   */
  public record Report(
      String feed,
      int firstYear,
      int lastYear,
      String brokenOff,
      List<BackfillItem> items,
      List<Integer> yearsWithout,
      boolean done,
      List<LoadResult> loads,
      List<String> unreadable) {
    public Report {
      items = List.copyOf(items);
      yearsWithout = List.copyOf(yearsWithout);
      loads = List.copyOf(loads);
      unreadable = List.copyOf(unreadable);
    }

    private Report with(RunResult result) {
      return new Report(
          feed,
          firstYear,
          lastYear,
          brokenOff,
          items,
          yearsWithout,
          true,
          result.loads(),
          result.unreadable());
    }

    /** How many are loaded in one way. */
    public long count(BackfillItem.Act act) {
      return items.stream().filter(item -> item.act() == act).count();
    }

    /** How many are loaded. */
    public long toLoad() {
      return items.stream().filter(item -> item.act().isLoad()).count();
    }

    /** Whether nothing is left for an operator to do. */
    public boolean allLoaded() {
      return unreadable.isEmpty() && loads.stream().allMatch(load -> load.outcome().isGood());
    }
  }

  /**
   * What is asked for.
   *
   * @param onlyMissing whether what is published is left as it is
   * @param dryRun whether it is only said what would be done
   */
  public record Order(String feed, Years years, boolean onlyMissing, boolean dryRun) {}

  /**
   * Loads the range.
   *
   * @param approval asked before anything is loaded
   * @throws Refusal where the feed is unknown
   */
  public static Report perform(
      Workplace place, Order order, Approval<Report> approval, Run.Watcher watcher) {
    Loading.mustHaveSound(place, Set.of(order.feed()));
    return Loading.perform(place, watcher, loader -> perform(order, approval, loader));
  }

  private static Report perform(Order order, Approval<Report> approval, Loader loader) {
    Years years = order.years();
    EditionRange range = loader.editions(order.feed(), years.first(), years.last()).orElseThrow();
    List<EditionRange.Planned> plan = range.plan(order.onlyMissing());
    Report scope = scope(order, range, plan);
    if (order.dryRun()) {
      return scope;
    }
    if (scope.toLoad() == 0) {
      // Broken off after its last load: asked for once more, it is a new one.
      if (!scope.brokenOff().isEmpty()) {
        range.end();
      }
      return scope;
    }
    return approval.given(scope) ? load(scope, order, range, plan, loader) : scope;
  }

  private static Report scope(Order order, EditionRange range, List<EditionRange.Planned> plan) {
    List<BackfillItem> items = plan.stream().map(EditionRange.Planned::item).toList();
    Years years = order.years();
    List<Integer> without =
        IntStream.rangeClosed(years.first(), years.last())
            .filter(year -> items.stream().noneMatch(item -> item.editionYear() == year))
            .boxed()
            .toList();
    return new Report(
        order.feed(),
        years.first(),
        years.last(),
        order.onlyMissing() ? "" : range.brokenOff().orElse(""),
        items,
        without,
        false,
        List.of(),
        List.of());
  }

  private static Report load(
      Report scope,
      Order order,
      EditionRange range,
      List<EditionRange.Planned> plan,
      Loader loader) {
    List<Selection.Chosen> chosen = new ArrayList<>();
    plan.forEach(each -> each.chosen().ifPresent(chosen::add));
    if (!order.onlyMissing()) {
      range.begin();
    }
    RunResult result = loader.load(Selection.of(chosen));
    if (!order.onlyMissing() && isThrough(chosen.size(), result)) {
      range.end();
    }
    return scope.with(result);
  }

  /** Whether each was loaded to its end, whatever that was. */
  private static boolean isThrough(int chosen, RunResult result) {
    long ended =
        result.loads().stream()
            .filter(
                load ->
                    switch (load.outcome()) {
                      case PUBLISHED, REJECTED, SUPERSEDED -> true;
                      case FAILED, STOPPED, BUSY, WAITING -> false;
                    })
            .count();
    return ended == chosen;
  }
}
