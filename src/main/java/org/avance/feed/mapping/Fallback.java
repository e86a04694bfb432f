package org.avance.feed.mapping;

import java.util.List;

/**
 * What a word takes where its origin is blank.
 *
 * @param when all must hold for it to be taken; empty where it always may
 * @param assumed whether facts that take it are marked with the word as assumed
 */
public record Fallback(List<Condition> when, String text, boolean assumed) {
  public Fallback {
    when = List.copyOf(when);
  }
}
