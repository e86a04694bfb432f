package org.avance.job;

import java.util.List;
import org.avance.model.Delivery;

/**
 * What is to be loaded of a feed, and what is not.
 *
 * @param due files to be loaded, in the order in which their feeds publish them
 * @param waiting files that would be loaded but for side files that are absent
 * @param known contents in the inbox that were loaded before and are left alone
 * @param standing deliveries whose rejection still stands: nothing about them has changed
 * @param unreadable files that could not be read, with the reason
 */
record Survey(
    List<Due> due,
    List<Due> waiting,
    long known,
    List<Delivery> standing,
    List<String> unreadable) {
  Survey {
    due = List.copyOf(due);
    waiting = List.copyOf(waiting);
    standing = List.copyOf(standing);
    unreadable = List.copyOf(unreadable);
  }
}
