package org.avance.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.feed.Feed;
import org.avance.issue.RefusedFile;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;

/** Looks for files that are new to a feed, or due again. */
final class Inbox {
  private static final int DEEPEST = 8;

  private final Path root;
  private final Deliveries deliveries;
  private final String rulebookDigest;

  Inbox(Path root, Deliveries deliveries, String rulebookDigest) {
    this.root = root;
    this.deliveries = deliveries;
    this.rulebookDigest = rulebookDigest;
  }

  private record Found(Path file, String name) {}

  /** Files of one feed, oldest edition first, else in order of arrival. */
  Survey survey(Feed feed) {
    List<Due> due = new ArrayList<>();
    List<Delivery> standing = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    Set<String> unfinished = deliveries.unfinished(LoadJob.name(feed.name()));
    Set<String> seen = new java.util.HashSet<>();
    long known = 0;
    for (Found found : files(feed)) {
      try {
        Due candidate = candidate(feed, found);
        Optional<Delivery> delivery = deliveries.find(feed.name(), candidate.digest());
        boolean repeated = !seen.add(candidate.digest());
        if (!repeated && (unfinished.contains(candidate.digest()) || isDue(feed, delivery))) {
          due.add(candidate);
        } else {
          known++;
          delivery.filter(d -> d.status() == DeliveryStatus.REJECTED).ifPresent(standing::add);
        }
      } catch (IOException e) {
        unreadable.add("%s: can't be read (%s)".formatted(found.name(), e));
      }
    }
    due.sort(Comparator.comparing(Due::edition));
    return new Survey(due, known, standing, unreadable);
  }

  /** A rejection stands until descriptor or rulebook say something else. */
  private boolean isDue(Feed feed, Optional<Delivery> delivery) {
    if (delivery.isEmpty()) {
      return true;
    }
    Delivery known = delivery.get();
    return switch (known.status()) {
      case RECEIVED, STAGED, JUDGED -> true;
      case PUBLISHED, SUPERSEDED -> false;
      case REJECTED ->
          !known.descriptorDigest().equals(feed.descriptorDigest())
              || !known.rulebookDigest().equals(rulebookDigest);
    };
  }

  private static Due candidate(Feed feed, Found found) throws IOException {
    return new Due(
        feed,
        found.file(),
        found.name(),
        Archive.digest(found.file()),
        Files.size(found.file()),
        edition(feed, found.file()));
  }

  /** A name that states no edition sorts first; receiving it says what is wrong. */
  private static String edition(Feed feed, Path file) {
    try {
      return feed.edition(String.valueOf(file.getFileName())).text();
    } catch (RefusedFile refused) {
      return "";
    }
  }

  /** In order of arrival: by the time the file was last written, then by name. */
  private List<Found> files(Feed feed) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .map(file -> new Found(file, name(file)))
          .filter(found -> feed.takes(found.name()))
          .sorted(Comparator.comparing(Inbox::lastWritten).thenComparing(Found::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static long lastWritten(Found found) {
    return found.file().toFile().lastModified();
  }
}
