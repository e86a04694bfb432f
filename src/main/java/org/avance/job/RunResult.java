package org.avance.job;

import java.util.List;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;

/**
 * What a run did.
 *
 * @param loads one for each file that was due, by feed, in their order
 * @param known files that were loaded before and were left alone
 * @param standing deliveries whose rejection still stands
 * @param unreadable files that could not be read, with the reason
 * @param unclaimed files in the inbox that no feed takes
 * @param fileless feeds of which no file has ever come, with the names that their files would have
 */
public record RunResult(
    List<LoadResult> loads,
    long known,
    List<Delivery> standing,
    List<String> unreadable,
    List<String> unclaimed,
    List<String> fileless) {
  public RunResult {
    loads = List.copyOf(loads);
    standing = List.copyOf(standing);
    unreadable = List.copyOf(unreadable);
    unclaimed = List.copyOf(unclaimed);
    fileless = List.copyOf(fileless);
  }
}
