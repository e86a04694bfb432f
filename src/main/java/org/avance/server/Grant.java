package org.avance.server;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of what an account may do, as the server says it. What stands after TO is left out: it
 * may hold the hash of a password.
 *
 * @param rights privileges, ALL PRIVILEGES as one
 * @param object as in {@code *.*}, {@code `schema`.*}, {@code `schema`.`table`} or {@code FUNCTION
 *     `schema`.`name`}
 * @param mayGrant whether the account may hand them on
 */
record Grant(Set<String> rights, String object, boolean mayGrant) {
  static final String ALL = "ALL PRIVILEGES";

  private static final Pattern LINE =
      Pattern.compile("GRANT (.+?) ON (.+?) TO .+?( WITH .*GRANT OPTION.*)?");

  Grant {
    rights = Set.copyOf(rights);
  }

  /** Empty for a line that grants a role or sets one. */
  static Optional<Grant> of(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? Optional.of(
            new Grant(
                Set.copyOf(Arrays.asList(parts.group(1).split(", "))),
                parts.group(2),
                parts.group(3) != null))
        : Optional.empty();
  }

  /** The rights it gives beyond the allowed ones, in order. */
  Set<String> beyond(Set<String> allowed) {
    Set<String> more = new TreeSet<>(rights);
    more.removeAll(allowed);
    more.remove("USAGE");
    if (mayGrant && !allowed.contains("GRANT OPTION")) {
      more.add("GRANT OPTION");
    }
    return more;
  }
}
