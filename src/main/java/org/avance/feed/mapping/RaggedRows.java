package org.avance.feed.mapping;

/** What a record is that has fewer cells than the header. */
public enum RaggedRows {
  REFUSE,
  /** The cells left out are blank. */
  PAD
}
