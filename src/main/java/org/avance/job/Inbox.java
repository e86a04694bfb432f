package org.avance.job;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.avance.feed.Feed;
import org.jspecify.annotations.Nullable;

/**
 * The folder that agencies' files arrive in. Who may write there may not have other files of the
 * machine read: a link that leads out of the inbox is refused by its name.
 */
record Inbox(Path root) {
  private static final int DEEPEST = 8;

  /** Of a path below the inbox, as the register of deliveries keeps it. */
  private static final int LONGEST_NAME = 500;

  private static final String LEADS_OUT =
      "the link leads out of the inbox; put the file itself there, or mount the folder";

  /** What agencies send. */
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

  /**
   * What lies in the inbox.
   *
   * @param files in order of arrival: by the time they were last written, then by name
   * @param unreadable what is called like a data file and is none, and folders that can't be looked
   *     into, with the reason
   */
  record Listing(List<Found> files, List<String> unreadable) {}

  /** Looks into all folders; one that can't be looked into hides no other. */
  Listing list() {
    List<Found> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    try {
      Files.walkFileTree(
          root, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visit(this, files, unreadable));
    } catch (IOException e) {
      unreadable.add(Unreadable.inWords(root.toString(), e));
    }
    files.sort(Comparator.comparing(Inbox::lastWritten).thenComparing(Found::name));
    return new Listing(List.copyOf(files), List.copyOf(unreadable));
  }

  private record Visit(Inbox inbox, List<Found> files, List<String> unreadable)
      implements FileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (isData(folder)) {
        unreadable.add(Unreadable.because(inbox.name(folder), "a folder, not a file"));
      }
      if (inbox.leadsOut(folder)) {
        unreadable.add(Unreadable.because(inbox.name(folder), LEADS_OUT));
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && inbox.leadsOut(file)) {
        unreadable.add(Unreadable.because(inbox.name(file), LEADS_OUT));
      } else if (attributes.isRegularFile() && inbox.name(file).length() > LONGEST_NAME) {
        unreadable.add(
            Unreadable.because(
                inbox.name(file),
                "its path below the inbox is %d characters long; expected at most %d"
                    .formatted(inbox.name(file).length(), LONGEST_NAME)));
      } else if (attributes.isRegularFile() && !Beside.isOne(file)) {
        files.add(new Found(file, inbox.name(file)));
      } else if (!attributes.isRegularFile() && isData(file)) {
        String what = attributes.isSymbolicLink() ? "the link leads nowhere" : "not a file";
        unreadable.add(Unreadable.because(inbox.name(file), what));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unreadable.add(Unreadable.inWords(inbox.name(file), e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        unreadable.add(Unreadable.inWords(inbox.name(folder), e));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** A folder that is linked as the inbox itself is the inbox. */
  private boolean leadsOut(Path path) {
    try {
      return !path.equals(root)
          && Files.isSymbolicLink(path)
          && !path.toRealPath().startsWith(root.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }

  /** A backslash in a name is one, and leads nowhere. */
  private String name(Path file) {
    return file.equals(root)
        ? root.toString()
        : StreamSupport.stream(root.relativize(file).spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("/"));
  }

  /** Names of files that no feed takes: most likely a pattern that misses them. */
  static List<String> unclaimed(List<Found> files, List<Feed> feeds) {
    return files.stream()
        .filter(found -> !isNote(found.file()))
        .map(Found::name)
        .filter(name -> feeds.stream().noneMatch(feed -> uses(feed, name)))
        .sorted()
        .toList();
  }

  private static boolean uses(Feed feed, String name) {
    return feed.takes(name) || feed.findSideFile(name).isPresent();
  }

  /** What people leave for each other, and what samples must come to. */
  private static boolean isNote(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.startsWith(".") || name.endsWith(".md") || isBesideSamples(file);
  }

  private static boolean isBesideSamples(Path file) {
    Path folder = file.getParent();
    return folder != null && folder.endsWith(EXPECTED);
  }

  /** By its name alone. */
  static boolean isData(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !isBesideSamples(file)
        && !name.startsWith(".")
        && DATA.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static long lastWritten(Found found) {
    return found.file().toFile().lastModified();
  }
}
