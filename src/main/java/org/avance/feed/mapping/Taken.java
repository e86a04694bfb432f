package org.avance.feed.mapping;

import org.avance.issue.Issue;
import org.avance.model.MissingReason;

/** What an origin yields for one record. */
sealed interface Taken {

  /** A text, refined. */
  record Text(String text) implements Taken {}

  /** Nothing: the cell is blank or holds a missing word. */
  record Nothing(MissingReason reason, String printed) implements Taken {}

  /** A text that could not be refined. */
  record Fault(Issue issue) implements Taken {}
}
