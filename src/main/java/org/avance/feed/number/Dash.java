package org.avance.feed.number;

/** What a cell says that holds a dash and nothing else. */
public enum Dash {
  MISSING,
  ZERO,
  REFUSED
}
