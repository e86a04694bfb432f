package org.avance.feed.mapping;

import java.util.List;
import org.avance.issue.Issue;
import org.avance.model.MissingReason;

/** What an origin yields for one record. */
sealed interface Taken {

  /**
   * A text, refined.
   *
   * @param assumed whether the file does not say so
   * @param notes issues that do not make it wrong
   */
  record Text(String text, boolean assumed, List<Issue> notes) implements Taken {
    public Text {
      notes = List.copyOf(notes);
    }

    Text(String text) {
      this(text, false, List.of());
    }
  }

  /** Nothing: the cell is blank or holds a missing word. */
  record Nothing(MissingReason reason, String printed) implements Taken {}

  /** A text that could not be refined. */
  record Fault(Issue issue) implements Taken {}
}
