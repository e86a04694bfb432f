package org.avance.feed.number;

/** Whether a sign that some agencies print is read. */
public enum Permission {
  ALLOWED,
  REFUSED
}
