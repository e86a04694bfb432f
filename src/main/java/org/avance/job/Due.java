package org.avance.job;

import java.nio.file.Path;
import org.avance.feed.Feed;

/**
 * A file that is to be loaded.
 *
 * @param file where its bytes lie: in the inbox, or in the archive where it has left that
 * @param fileName its path below the inbox
 * @param plainName the name that the agency gave, without folders
 * @param digest SHA-256 of its bytes
 * @param edition what the feed's order goes by; empty where the name states none, or can't be read
 */
record Due(
    Feed feed,
    Path file,
    String fileName,
    String plainName,
    String digest,
    long bytes,
    String edition) {}
