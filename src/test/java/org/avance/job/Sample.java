package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.avance.extract.RawRow;
import org.avance.feed.Edition;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.feed.OpenFile;
import org.avance.feed.SideFiles;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.RefusedFile;

/**
 * One file of {@code sample-input} as its feed maps it.
 *
 * @param fileName below {@code sample-input}, folders included
 */
record Sample(
    String fileName, Edition edition, List<String> valueColumns, List<MappedRecord> records) {
  private static final Path FOLDERS = Path.of("sample-input");

  /** The files of a folder by name, but for those that are only joined with others. */
  static List<Sample> of(String folder) throws IOException, RefusedFile {
    FeedCatalogue catalogue = FeedCatalogue.read(Path.of("jobs"));
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDERS.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Optional<Feed> feed = feed(catalogue, FOLDERS.relativize(file).toString());
        if (feed.isPresent()) {
          samples.add(map(file, feed.get()));
        }
      }
    }
    return samples;
  }

  /** What stands in {@code expected} beside the folder's files. */
  static String expected(String folder, String name) throws IOException {
    return Files.readString(FOLDERS.resolve(folder).resolve("expected").resolve(name));
  }

  private static Optional<Feed> feed(FeedCatalogue catalogue, String fileName) {
    return catalogue.feeds().stream().filter(each -> each.takes(fileName)).findFirst();
  }

  private static Sample map(Path file, Feed feed) throws IOException, RefusedFile {
    String fileName = FOLDERS.relativize(file).toString();
    String name = String.valueOf(file.getFileName());
    List<MappedRecord> records = new ArrayList<>();
    try (OpenFile open = feed.open(file, name, SideFiles.below(FOLDERS))) {
      Optional<RawRow> row = open.next();
      while (row.isPresent()) {
        records.add(open.map(row.get()));
        row = open.next();
      }
      return new Sample(fileName, feed.arrival(file, name).edition(), open.valueColumns(), records);
    }
  }
}
