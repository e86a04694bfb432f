package org.avance.job;

import java.nio.file.Path;
import org.avance.feed.Feed;

/**
 * A file that is to be loaded.
 *
 * @param file where it lies
 * @param fileName its path below the inbox
 * @param digest SHA-256 of its bytes
 * @param edition what the feed's order goes by; empty where the file states none, or can't be read
 *     for it
 */
record Due(Feed feed, Path file, String fileName, String digest, long bytes, String edition) {

  /** The name that the agency gave, without folders. */
  String plainName() {
    return String.valueOf(file.getFileName());
  }
}
