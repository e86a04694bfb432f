package org.avance.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the load of one file ended.
 *
 * @param outcome what became of it
 * @param registered the delivery with its counts; none where it never came to be registered
 * @param issues numbers of issues by code
 * @param reasons why it was not published, in words; empty when it was
 */
public record LoadResult(
    String feed,
    String fileName,
    Outcome outcome,
    List<Delivery> registered,
    Map<String, Long> issues,
    List<String> reasons,
    double seconds) {

  /** How a load can end. */
  public enum Outcome {
    PUBLISHED,
    REJECTED,
    SUPERSEDED,
    /** Our fault or the machine's: the next run goes on from the failed step. */
    FAILED,
    /** Stopped on request: the next run goes on. */
    STOPPED,
    /** Another process is loading the feed. */
    BUSY,
    /**
     * The file is still being written, or a side file that it needs is not there; a run that finds
     * both complete loads it.
     */
    WAITING;

    /** True where nothing is left for an operator to do. */
    public boolean isGood() {
      return this == PUBLISHED || this == SUPERSEDED;
    }
  }

  public LoadResult {
    registered = List.copyOf(registered);
    issues = Map.copyOf(issues);
    reasons = List.copyOf(reasons);
  }

  /** The reasons for whoever keeps or sends them: without what the first fault quotes. */
  public List<String> reasonsWithoutCells() {
    return reasons.stream().map(reason -> reason.replaceFirst("(?s); the first: .*", "")).toList();
  }

  public Optional<Delivery> delivery() {
    return registered.stream().findFirst();
  }
}
