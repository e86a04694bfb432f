package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.avance.extract.yaml.YamlFault;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.model.Delivery;

/** What lies in the inbox, and what the next run would make of each file; writes nothing. */
public final class InboxFiles {
  private final Inbox inbox;
  private final FeedCatalogue catalogue;
  private final Digests digests = new Digests();
  private final LoadSettings settings;
  private final String rulebookDigest;

  /** What the next run would do with a file. */
  public enum State {
    /** Load it: its bytes were never seen. */
    NEW,
    /** Go on with it: an earlier run did not finish. */
    UNFINISHED,
    /** Load it again: it was rejected, and descriptor, rulebook or side files have changed. */
    DUE_AGAIN,
    /** Nothing, for want of a side file. */
    WAITING,
    /** Nothing: it was loaded before. */
    KNOWN,
    /** Nothing: its rejection stands. */
    REJECTED,
    /** Read what records of other files take from it. */
    SIDE_FILE,
    /** Nothing: no feed takes it. */
    UNCLAIMED,
    /** Nothing: it can't be read. */
    UNREADABLE;

    /** As it is shown. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A file, for one feed that takes it.
   *
   * @param file path below the inbox
   * @param feed empty where none takes it
   * @param delivery key of the delivery that its bytes are; 0 where they are none yet
   * @param status of that delivery; empty where there is none
   * @param edition as far as it is known; empty else
   * @param note why it can't be read or what it waits for; empty else
   */
  public record InboxFile(
      String file,
      String feed,
      State state,
      long bytes,
      long delivery,
      String status,
      String edition,
      String note) {}

  /**
   * Reads the descriptors.
   *
   * @throws WrongRulebook where the rulebook is wrong
   */
  public InboxFiles(LoadSettings settings) throws IOException, WrongRulebook {
    this.settings = settings;
    this.inbox = new Inbox(settings.inbox());
    this.catalogue = FeedCatalogue.read(settings.jobs());
    try {
      this.rulebookDigest = RulebookFile.read(settings.jobs()).digest();
    } catch (YamlFault fault) {
      throw new WrongRulebook(fault);
    }
  }

  /**
   * By feed and name; what no feed takes comes last.
   *
   * @param only name of a feed, whose files alone are listed; all files where empty
   * @param hasTables false where nothing was ever loaded
   */
  public List<InboxFile> list(String only, boolean hasTables) {
    Inbox.Listing listing = inbox.list();
    List<InboxFile> files = new ArrayList<>();
    for (Feed feed : catalogue.feeds()) {
      if (only.isEmpty() || only.equals(feed.name())) {
        files.addAll(hasTables ? known(feed, listing) : unknown(feed, listing));
      }
    }
    files.sort(Comparator.comparing(InboxFile::feed).thenComparing(InboxFile::file));
    if (only.isEmpty()) {
      Inbox.unclaimed(listing.files(), catalogue.feeds())
          .forEach(name -> files.add(without(name, State.UNCLAIMED, "no feed takes it")));
      listing.unreadable().forEach(said -> files.add(unreadable(said)));
    }
    return List.copyOf(files);
  }

  private List<InboxFile> known(Feed feed, Inbox.Listing listing) {
    DataSource reader = settings.database().single();
    Archive archive = new Archive(settings.archive());
    Survey survey =
        new Surveyor(inbox, archive, reader, rulebookDigest, digests)
            .survey(feed, Selection.due(Set.of()));
    Map<String, String> digestsByName = new LinkedHashMap<>();
    List<InboxFile> files = new ArrayList<>();
    for (Inbox.Found found : listing.files()) {
      if (feed.findSideFile(found.name()).isPresent()) {
        files.add(of(found, feed, State.SIDE_FILE, Optional.empty(), ""));
      } else if (feed.takes(found.name())) {
        try {
          digestsByName.put(found.name(), digests.of(found.file()));
        } catch (IOException e) {
          files.add(unreadable(Unreadable.inWords(found.name(), e)));
        }
      }
    }
    Map<String, Delivery> deliveries =
        new Deliveries(reader).find(feed.name(), new HashSet<>(digestsByName.values()));
    Map<String, Due> open = new HashMap<>();
    survey.due().forEach(due -> open.put(due.digest(), due));
    survey.waiting().forEach(due -> open.put(due.digest(), due));
    for (Inbox.Found found : listing.files()) {
      String digest = digestsByName.getOrDefault(found.name(), "");
      if (!digest.isEmpty()) {
        Optional<Delivery> delivery = Optional.ofNullable(deliveries.get(digest));
        Optional<Due> due = Optional.ofNullable(open.get(digest));
        State state = state(due, delivery);
        String stands = state == State.UNFINISHED ? stands(delivery, reader) : "";
        String note = stands.isEmpty() ? note(found, due) : stands;
        files.add(of(found, feed, state, delivery, note));
      }
    }
    return files;
  }

  private static State state(Optional<Due> due, Optional<Delivery> delivery) {
    if (due.isPresent() && !due.get().absentSides().isEmpty()) {
      return State.WAITING;
    }
    if (delivery.isEmpty()) {
      return State.NEW;
    }
    boolean isDue = due.isPresent();
    return switch (delivery.get().status()) {
      case RECEIVED, STAGED, JUDGED -> State.UNFINISHED;
      case REJECTED -> isDue ? State.DUE_AGAIN : State.REJECTED;
      default -> isDue ? State.UNFINISHED : State.KNOWN;
    };
  }

  /** Of a published delivery that is loaded again. */
  private static String stands(Optional<Delivery> delivery, DataSource reader) {
    return delivery
        .flatMap(each -> new Deliveries(reader).publishedAt(each.id()))
        .map("loaded again; what was published of it at %s UTC stands"::formatted)
        .orElse("");
  }

  /** The same bytes under two names are loaded under the first. */
  private static String note(Inbox.Found found, Optional<Due> due) {
    if (due.isEmpty()) {
      return "";
    }
    if (!due.get().absentSides().isEmpty()) {
      return due.get().absentSides().stream().map(Due::waitsFor).collect(Collectors.joining("; "));
    }
    boolean other = !due.get().fileName().equals(found.name());
    return other ? "the same bytes as " + due.get().fileName() : "";
  }

  /** Of a warehouse in which nothing was ever loaded. */
  private static List<InboxFile> unknown(Feed feed, Inbox.Listing listing) {
    Set<String> sides =
        listing.files().stream()
            .flatMap(found -> feed.findSideFile(found.name()).stream())
            .collect(Collectors.toSet());
    String waits =
        feed.sideFiles().stream()
            .filter(side -> !sides.contains(side))
            .map(Due::waitsFor)
            .collect(Collectors.joining("; "));
    List<InboxFile> files = new ArrayList<>();
    for (Inbox.Found found : listing.files()) {
      if (feed.findSideFile(found.name()).isPresent()) {
        files.add(of(found, feed, State.SIDE_FILE, Optional.empty(), ""));
      } else if (feed.takes(found.name())) {
        State state = waits.isEmpty() ? State.NEW : State.WAITING;
        files.add(of(found, feed, state, Optional.empty(), waits));
      }
    }
    return files;
  }

  private static InboxFile of(
      Inbox.Found found, Feed feed, State state, Optional<Delivery> delivery, String note) {
    String plainName = found.name().substring(found.name().lastIndexOf('/') + 1);
    String edition = state == State.SIDE_FILE ? "" : Surveyor.edition(feed, plainName);
    return new InboxFile(
        found.name(),
        feed.name(),
        state,
        bytes(found),
        delivery.map(Delivery::id).orElse(0L),
        delivery.map(each -> each.status().name()).orElse(""),
        delivery.map(Delivery::edition).orElse(edition),
        note);
  }

  private static long bytes(Inbox.Found found) {
    try {
      return Files.size(found.file());
    } catch (IOException gone) {
      return 0;
    }
  }

  /** What {@link Unreadable} says begins with the file's name. */
  private static InboxFile unreadable(String said) {
    int end = said.lastIndexOf(": can't be read");
    String name = end < 0 ? said : said.substring(0, end);
    String note = end < 0 ? "" : said.substring(end + 2);
    return without(name, State.UNREADABLE, note);
  }

  private static InboxFile without(String name, State state, String note) {
    return new InboxFile(name, "", state, 0, 0, "", "", note);
  }
}
