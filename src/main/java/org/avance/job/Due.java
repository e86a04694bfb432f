package org.avance.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.feed.Feed;
import org.avance.load.SideRegister;
import org.avance.model.LoadResult;

/**
 * A file that is to be loaded.
 *
 * @param file where its bytes lie: in the inbox, or in the archive where it has left that
 * @param fileName its path below the inbox
 * @param plainName the name that the agency gave, without folders
 * @param digest SHA-256 of its bytes
 * @param edition what the feed's order goes by; empty where the name states none, or can't be read
 * @param sides the side files of the feed that are there for it
 */
record Due(
    Feed feed,
    Path file,
    String fileName,
    String plainName,
    String digest,
    long bytes,
    String edition,
    List<Side> sides) {

  Due {
    sides = List.copyOf(sides);
  }

  Due with(List<Side> found) {
    return new Due(feed, file, fileName, plainName, digest, bytes, edition, found);
  }

  /** What is to be noted of the side files, by their names. */
  Map<String, SideRegister.Entry> sideEntries() {
    return sides.stream().collect(Collectors.toMap(Side::name, Side::entry));
  }

  /** Side files without which it can't be loaded. */
  List<String> absentSides() {
    Set<String> there = sideEntries().keySet();
    return feed.sideFiles().stream().filter(name -> !there.contains(name)).toList();
  }

  static String waitsFor(String sideFile) {
    return "waits for the side file " + sideFile + ": it is not in the inbox";
  }

  /** What a run says of it while they are absent. */
  LoadResult waiting() {
    List<String> reasons = absentSides().stream().map(Due::waitsFor).toList();
    return new LoadResult(
        feed.name(), fileName, LoadResult.Outcome.WAITING, List.of(), Map.of(), reasons, 0);
  }
}
