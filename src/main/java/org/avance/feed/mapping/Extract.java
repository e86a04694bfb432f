package org.avance.feed.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a part of a text by a pattern.
 *
 * @param group name of the group taken; empty for the only group, or the whole match where there is
 *     none
 */
public record Extract(Pattern pattern, String group) implements Refinement {

  /** The part of a text that the pattern matches as a whole; empty where it does not. */
  @Override
  public Optional<String> refine(String text) {
    return taken(pattern.matcher(text), true);
  }

  /** The part of a text that has a match of the pattern somewhere. */
  Optional<String> within(String text) {
    return taken(pattern.matcher(text), false);
  }

  /** A group that takes no part in the match is an empty text. */
  private Optional<String> taken(Matcher matcher, boolean whole) {
    if (!(whole ? matcher.matches() : matcher.find())) {
      return Optional.empty();
    }
    String part =
        group.isEmpty() ? matcher.group(Math.min(1, matcher.groupCount())) : matcher.group(group);
    return Optional.of(part == null ? "" : part);
  }
}
