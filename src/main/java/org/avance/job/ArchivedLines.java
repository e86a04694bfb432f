package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.feed.OpenFile;
import org.avance.issue.RefusedFile;
import org.avance.load.Archive;
import org.avance.load.SideRegister;

/**
 * Lines of a received file as they stand in it, read from the archive in the way that the feed's
 * descriptor says: out of a workbook, a document or a packed file, too.
 */
public final class ArchivedLines {
  private static final int MOST_RECORDS = 20;
  private static final int LONGEST_RECORD = 4_000;

  private final LoadSettings settings;

  public ArchivedLines(LoadSettings settings) {
    this.settings = settings;
  }

  /** A record of the file: where it begins and ends, and its text. */
  public record Line(long firstLine, long lastLine, String raw) {}

  /**
   * What was found.
   *
   * @param file where the archive keeps it; empty where it is not there
   * @param sheet name of the worksheet; empty where it is no workbook
   * @param header the columns' names, in their order; none of a whole document
   * @param lines twenty at most
   * @param note why there are none; empty where there are
   */
  public record Found(
      String file, String sheet, List<String> header, List<Line> lines, String note) {
    public Found {
      header = List.copyOf(header);
      lines = List.copyOf(lines);
    }
  }

  /**
   * Finds lines of a delivery's file.
   *
   * @param fileName under which it arrived
   * @param first line, 0 for none
   */
  public Found find(
      long delivery, String feedName, String digest, String fileName, long first, long last) {
    Archive archive = new Archive(settings.archive());
    Path kept = archive.file(digest);
    if (!Files.isRegularFile(kept)) {
      return new Found("", "", List.of(), List.of(), "the archive does not have the file");
    }
    if (first == 0) {
      return new Found(kept.toString(), "", List.of(), List.of(), "");
    }
    try {
      Optional<Feed> feed =
          FeedCatalogue.read(settings.jobs()).feeds().stream()
              .filter(each -> each.name().equals(feedName))
              .findFirst();
      if (feed.isEmpty()) {
        String note = "the feed %s has no sound descriptor now, by which to read it";
        return new Found(kept.toString(), "", List.of(), List.of(), note.formatted(feedName));
      }
      String plainName = fileName.substring(fileName.lastIndexOf('/') + 1);
      try (OpenFile file =
          feed.get().open(kept, plainName, side -> sideFile(archive, delivery, side))) {
        return read(file, kept, first, last);
      }
    } catch (IOException | RefusedFile e) {
      String note = "it can't be read by the descriptor of now: " + e.getMessage();
      return new Found(kept.toString(), "", List.of(), List.of(), note);
    }
  }

  private Optional<Path> sideFile(Archive archive, long delivery, String name) {
    return Optional.ofNullable(
            new SideRegister(settings.database().single()).of(delivery).get(name))
        .map(side -> archive.file(side.digest()));
  }

  private static Found read(OpenFile file, Path kept, long first, long last)
      throws IOException, RefusedFile {
    List<Line> lines = new ArrayList<>();
    Optional<RawRow> row = file.next();
    while (row.isPresent() && lines.size() < MOST_RECORDS) {
      RawRow found = row.get();
      Line line = new Line(found.firstLine(), found.lastLine(), shortened(found.raw()));
      // A document's records may share their lines.
      boolean meant = line.lastLine() >= first && line.firstLine() <= last;
      if (meant && !lines.contains(line)) {
        lines.add(line);
      }
      row = found.firstLine() > last ? Optional.empty() : file.next();
    }
    String note = lines.isEmpty() ? "the descriptor of now reads no record there" : "";
    return new Found(kept.toString(), file.sheet(), file.header(), lines, note);
  }

  private static String shortened(String raw) {
    return raw.length() <= LONGEST_RECORD ? raw : raw.substring(0, LONGEST_RECORD) + "…";
  }
}
