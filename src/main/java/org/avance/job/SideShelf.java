package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.feed.Feed;
import org.avance.load.Archive;
import org.avance.load.SideRegister;
import org.avance.model.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * The side files of one feed, for each of its deliveries:
 *
 * <ul>
 *   <li>as they lie in the inbox now;
 *   <li>else as the delivery was staged with them before, from the archive;
 *   <li>else they are absent, and the delivery waits.
 * </ul>
 */
final class SideShelf {
  private final Feed feed;
  private final Archive archive;
  private final SideRegister register;
  private final Digests digests;
  private final Map<String, Side> inInbox = new HashMap<>();

  SideShelf(Feed feed, Archive archive, SideRegister register, Digests digests) {
    this.feed = feed;
    this.archive = archive;
    this.register = register;
    this.digests = digests;
  }

  /** Takes note of a file of the inbox, if it is one of the side files. */
  void add(Inbox.Found found) throws IOException {
    Optional<String> name = feed.findSideFile(found.name());
    if (name.isPresent()) {
      String digest = digests.of(found.file());
      long bytes = Files.size(found.file());
      SideRegister.Entry entry = new SideRegister.Entry(name.get(), digest, bytes);
      inInbox.put(name.get(), new Side(found.file(), entry));
    }
  }

  /** Those that are there for a delivery, in the order of their names in the descriptor. */
  List<Side> of(Optional<Delivery> known) {
    if (feed.sideFiles().isEmpty()) {
      return List.of();
    }
    Map<String, SideRegister.Entry> before =
        known.map(delivery -> register.of(delivery.id())).orElse(Map.of());
    List<Side> sides = new ArrayList<>();
    for (String name : feed.sideFiles()) {
      Optional.ofNullable(inInbox.get(name))
          .or(() -> archived(before.get(name)))
          .ifPresent(sides::add);
    }
    return sides;
  }

  private Optional<Side> archived(SideRegister.@Nullable Entry entry) {
    if (entry == null) {
      return Optional.empty();
    }
    Path kept = archive.file(entry.digest());
    return Optional.of(new Side(kept, entry)).filter(side -> Files.isRegularFile(kept));
  }
}
