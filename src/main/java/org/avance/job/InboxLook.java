package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One look at what lies in the inbox.
 *
 * @param files in order of arrival
 * @param unreadable files and folders that can't be looked at, with the reason
 */
public record InboxLook(List<Lying> files, List<String> unreadable) {

  /** How sure it is that a file is complete. */
  public enum State {
    /** Its writer says so, by a {@code .done} file. */
    COMPLETE,
    /** Only time can tell. */
    OPEN,
    /** A file beside it says that it is being written. */
    BEING_WRITTEN
  }

  /**
   * A file.
   *
   * @param name its path below the inbox
   */
  public record Lying(String name, long bytes, Instant written, State state) {}

  public InboxLook {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /** Looks; reads no file. */
  public static InboxLook at(Path inbox) {
    Inbox.Listing listing = new Inbox(inbox).list();
    List<Lying> files = new ArrayList<>();
    List<String> unreadable = new ArrayList<>(listing.unreadable());
    for (Inbox.Found found : listing.files()) {
      try {
        files.add(look(found));
      } catch (IOException e) {
        unreadable.add(Unreadable.inWords(found.name(), e));
      }
    }
    return new InboxLook(files, unreadable);
  }

  /** Names of data files that no feed takes: most likely a pattern that misses them. */
  public List<String> unclaimed(ServedFeeds feeds) {
    return files.stream()
        .map(Lying::name)
        .filter(name -> Inbox.isData(Path.of(name)))
        .filter(name -> feeds.feeds().stream().noneMatch(feed -> feed.uses(name)))
        .sorted()
        .toList();
  }

  private static Lying look(Inbox.Found found) throws IOException {
    BasicFileAttributes file = Files.readAttributes(found.file(), BasicFileAttributes.class);
    State state =
        switch (Beside.of(found.file())) {
          case NOTHING -> State.OPEN;
          case DONE -> State.COMPLETE;
          case BEING_WRITTEN -> State.BEING_WRITTEN;
        };
    return new Lying(found.name(), file.size(), file.lastModifiedTime().toInstant(), state);
  }
}
