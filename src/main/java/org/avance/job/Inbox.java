package org.avance.job;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.feed.Feed;

/** The folder that agencies' files arrive in. */
record Inbox(Path root) {
  private static final int DEEPEST = 8;

  /** What agencies send; anything else in the inbox is somebody's notes. */
  private static final Set<String> DATA =
      Set.of("csv", "tsv", "txt", "xlsx", "xls", "html", "pdf", "zip", "gz");

  /** Samples keep what the warehouse must hold beside them. */
  private static final Path EXPECTED = Path.of("expected");

  /**
   * A file in the inbox.
   *
   * @param name its path below the inbox, with {@code /} between folders
   */
  record Found(Path file, String name) {}

  /** All files, in order of arrival: by the time they were last written, then by name. */
  List<Found> files() throws IOException {
    try (Stream<Path> all = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .map(file -> new Found(file, root.relativize(file).toString().replace('\\', '/')))
          .sorted(Comparator.comparing(Inbox::lastWritten).thenComparing(Found::name))
          .toList();
    }
  }

  /** Names of data files that no feed takes: most likely a pattern that misses them. */
  static List<String> unclaimed(List<Found> files, List<Feed> feeds) {
    return files.stream()
        .filter(found -> isData(found.file()))
        .map(Found::name)
        .filter(name -> feeds.stream().noneMatch(feed -> uses(feed, name)))
        .sorted()
        .toList();
  }

  private static boolean uses(Feed feed, String name) {
    return feed.takes(name) || feed.findSideFile(name).isPresent();
  }

  private static boolean isData(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    Path folder = file.getParent();
    boolean isSampleResult = folder != null && folder.endsWith(EXPECTED);
    return !isSampleResult
        && !name.startsWith(".")
        && DATA.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static long lastWritten(Found found) {
    return found.file().toFile().lastModified();
  }
}
