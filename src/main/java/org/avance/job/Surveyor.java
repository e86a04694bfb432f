package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.feed.Feed;
import org.avance.issue.RefusedFile;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.load.SideRegister;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;

/**
 * Finds out what of a feed is to be loaded:
 *
 * <ul>
 *   <li>files of the inbox whose bytes the feed has never seen;
 *   <li>deliveries that an earlier run left unfinished, though their file may have left the inbox:
 *       the archive has it;
 *   <li>rejected ones whose descriptor, rulebook or side files have changed since.
 * </ul>
 *
 * Or, where deliveries are chosen, those and nothing else. What lacks a side file waits.
 */
final class Surveyor {
  private final Inbox inbox;
  private final Archive archive;
  private final Deliveries deliveries;
  private final SideRegister sideRegister;
  private final String rulebookDigest;
  private final Digests digests;

  Surveyor(Inbox inbox, Archive archive, DataSource dataSource, String rulebookDigest) {
    this(inbox, archive, dataSource, rulebookDigest, new Digests());
  }

  /**
   * @param digests what is known of the inbox's files, so that none is read twice
   */
  Surveyor(
      Inbox inbox, Archive archive, DataSource dataSource, String rulebookDigest, Digests digests) {
    this.inbox = inbox;
    this.archive = archive;
    this.digests = digests;
    this.deliveries = new Deliveries(dataSource);
    this.sideRegister = new SideRegister(dataSource);
    this.rulebookDigest = rulebookDigest;
  }

  /** The same over other connections; what it has read of files it need not read again. */
  Surveyor over(DataSource dataSource) {
    return new Surveyor(inbox, archive, dataSource, rulebookDigest, digests);
  }

  /** What is to be loaded of one feed, oldest edition first, else in order of arrival. */
  Survey survey(Feed feed, Selection selection) {
    List<String> unreadable = new ArrayList<>();
    SideShelf shelf = new SideShelf(feed, archive, sideRegister, digests);
    Map<String, Due> candidates = candidates(feed, shelf, unreadable);
    return selection.isWhatIsDue()
        ? due(feed, shelf, candidates, unreadable)
        : chosen(selection.of(feed.name()), shelf, candidates, unreadable, feed);
  }

  private Survey due(
      Feed feed, SideShelf shelf, Map<String, Due> candidates, List<String> unreadable) {
    Set<String> inInbox = Set.copyOf(candidates.keySet());
    Set<String> unfinished = deliveries.unfinished(LoadJob.name(feed.name()));
    deliveries.listOpen(feed.name()).forEach(open -> addArchived(feed, open, candidates));
    deliveries
        .find(feed.name(), unfinished)
        .values()
        .forEach(open -> addArchived(feed, open, candidates));
    Map<String, Delivery> delivered = deliveries.find(feed.name(), candidates.keySet());
    List<Due> due = new ArrayList<>();
    List<Due> waiting = new ArrayList<>();
    List<Delivery> standing = new ArrayList<>();
    for (Due candidate : candidates.values()) {
      Optional<Delivery> known = Optional.ofNullable(delivered.get(candidate.digest()));
      Due whole = candidate.with(shelf.of(known));
      if (unfinished.contains(candidate.digest()) || isDue(whole, known)) {
        (whole.absentSides().isEmpty() ? due : waiting).add(whole);
      } else {
        known.filter(d -> d.status() == DeliveryStatus.REJECTED).ifPresent(standing::add);
      }
    }
    due.sort(Comparator.comparing(Due::edition));
    long open =
        Stream.concat(due.stream(), waiting.stream())
            .filter(each -> inInbox.contains(each.digest()))
            .count();
    return new Survey(due, waiting, inInbox.size() - open, standing, unreadable);
  }

  /**
   * Deliveries come from the archive, whatever the inbox has become; files that are none yet from
   * the inbox.
   */
  private Survey chosen(
      List<Selection.Chosen> chosen,
      SideShelf shelf,
      Map<String, Due> inInbox,
      List<String> unreadable,
      Feed feed) {
    Set<String> wanted = chosen.stream().map(Selection.Chosen::digest).collect(Collectors.toSet());
    Map<String, Delivery> delivered = deliveries.find(feed.name(), wanted);
    List<Due> due = new ArrayList<>();
    List<Due> waiting = new ArrayList<>();
    for (Selection.Chosen each : chosen) {
      Map<String, Due> found = new LinkedHashMap<>();
      Optional<Delivery> known = Optional.ofNullable(delivered.get(each.digest()));
      known.ifPresent(delivery -> addArchived(feed, delivery, found));
      Optional.ofNullable(inInbox.get(each.digest()))
          .ifPresent(file -> found.putIfAbsent(each.digest(), file));
      if (found.isEmpty()) {
        String name = known.map(Delivery::fileName).orElse(each.digest());
        unreadable.add(
            Unreadable.because(name, "its bytes are neither in the archive nor in the inbox"));
      }
      for (Due file : found.values()) {
        Due whole = file.with(shelf.of(known));
        (whole.absentSides().isEmpty() ? due : waiting).add(whole);
      }
    }
    due.sort(Comparator.comparing(Due::edition));
    return new Survey(due, waiting, 0, List.of(), unreadable);
  }

  /** True where no file of the feed that can be read has ever come. */
  boolean neverCame(Feed feed, Survey survey) {
    boolean nothingHere =
        survey.due().isEmpty() && survey.waiting().isEmpty() && survey.known() == 0;
    return nothingHere && !deliveries.hasAny(feed.name());
  }

  /** A rejection stands until descriptor, rulebook or side files say something else. */
  private boolean isDue(Due due, Optional<Delivery> delivery) {
    if (delivery.isEmpty()) {
      return true;
    }
    Delivery known = delivery.get();
    return switch (known.status()) {
      case RECEIVED, STAGED, JUDGED -> true;
      case PUBLISHED, SUPERSEDED, RETRACTED -> false;
      case REJECTED ->
          !known.descriptorDigest().equals(due.feed().descriptorDigest())
              || !known.rulebookDigest().equals(rulebookDigest)
              || !sideRegister.of(known.id()).equals(due.sideEntries());
    };
  }

  /** By digest: the same bytes under two names are one delivery. */
  private Map<String, Due> candidates(Feed feed, SideShelf shelf, List<String> unreadable) {
    Map<String, Due> candidates = new LinkedHashMap<>();
    Inbox.Listing listing = inbox.list();
    unreadable.addAll(listing.unreadable());
    for (Inbox.Found found : listing.files()) {
      try {
        shelf.add(found);
        if (feed.takes(found.name())) {
          String digest = digests.of(found.file());
          long bytes = Files.size(found.file());
          candidates.putIfAbsent(digest, due(feed, found.file(), found.name(), digest, bytes));
        }
      } catch (IOException e) {
        unreadable.add(Unreadable.inWords(found.name(), e));
      }
    }
    return candidates;
  }

  private void addArchived(Feed feed, Delivery open, Map<String, Due> candidates) {
    Path kept = archive.file(open.digest());
    if (Files.isRegularFile(kept)) {
      candidates.putIfAbsent(
          open.digest(), due(feed, kept, open.fileName(), open.digest(), kept.toFile().length()));
    }
  }

  private static Due due(Feed feed, Path file, String name, String digest, long bytes) {
    String plainName = name.substring(name.lastIndexOf('/') + 1);
    return new Due(feed, file, name, plainName, digest, bytes, edition(feed, plainName), List.of());
  }

  /** A name that states no edition sorts first; receiving it says what is wrong. */
  static String edition(Feed feed, String plainName) {
    try {
      return feed.edition(plainName).text();
    } catch (RefusedFile refused) {
      return "";
    }
  }
}
