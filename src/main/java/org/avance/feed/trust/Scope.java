package org.avance.feed.trust;

/** What one delivery states completely; published facts within it that it lacks are ended. */
public enum Scope {
  /** Everything that the feed states for the delivery's edition. */
  EDITION,
  /** Everything that the feed states. */
  FEED,
  /** Everything that one document states: the programme and edition that it says it is of. */
  DOCUMENT,
  /** Nothing: a delivery only adds and corrects. */
  NONE
}
