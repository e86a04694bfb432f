package org.avance.monitor;

import java.util.List;

/**
 * What this installation is.
 *
 * @param version of the build, as its jar states it
 * @param java that runs it
 * @param migration the newest that the build has
 * @param feeds by name
 * @param rulebook its version
 */
public record About(
    String version, String java, long migration, List<String> feeds, String rulebook) {
  public About {
    feeds = List.copyOf(feeds);
  }
}
