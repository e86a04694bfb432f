package org.avance.operate;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.avance.job.Drafts;
import org.avance.model.Label;

/** Drafts the descriptor of a new feed from one of its files. */
public final class FeedDraft {
  private FeedDraft() {}

  /**
   * A draft.
   *
   * @param path where it was written; empty where it was not
   * @param guesses how many are to be confirmed
   */
  public record Report(String feed, String path, int guesses, String text) {}

  /** Makes the draft and writes nothing. */
  public static Report preview(Workplace place, Path file, String name) {
    FeedTrial.mustBeReadable(file);
    String feed = name.isEmpty() ? nameFrom(file) : name;
    if (!feed.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
      throw new Refusal(
          "expected a feed's name of letters, digits, dots and hyphens, found %s; see --name"
              .formatted(feed.isEmpty() ? "none" : feed));
    }
    try {
      Drafts.Outcome drafted = Drafts.of(file, feed, folder(place, file, feed));
      if (!drafted.refusal().isEmpty()) {
        throw new Refusal("no table in %s: %s".formatted(file, drafted.refusal()));
      }
      return new Report(feed, "", drafted.guesses(), drafted.text());
    } catch (IOException e) {
      throw new Refusal("%s can't be read: %s".formatted(file, e.getMessage()));
    }
  }

  /**
   * Writes the draft to the folder of descriptors.
   *
   * @throws Refusal where a descriptor of that name is there: none is overwritten
   */
  public static Report write(Workplace place, Path file, String name) {
    place.mustHaveJobs();
    Report draft = preview(place, file, name);
    Path path = place.jobs().resolve(draft.feed() + ".yaml");
    try {
      Files.writeString(
          path, draft.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(
          "expected no descriptor of that name yet, found %s; say another by --name, or see the draft by --print"
              .formatted(path));
    } catch (IOException e) {
      throw new Refusal("%s can't be written: %s".formatted(path, e.getMessage()));
    }
    return new Report(draft.feed(), path.toString(), draft.guesses(), draft.text());
  }

  /** The file's name without ending, years and signs: {@code Atendidos_2023.csv} is atendidos. */
  private static String nameFrom(Path file) {
    return Label.normal(String.valueOf(file.getFileName()))
        .replaceFirst("\\.\\w+$", "")
        .replaceAll("(?<!\\d)(19|20)\\d{2}(?!\\d)", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  /** The folder that the file lies in below the inbox; else one named after the feed. */
  private static String folder(Workplace place, Path file, String feed) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent == null || !parent.startsWith(place.inbox())) {
      return feed;
    }
    return place.inbox().relativize(parent).toString().replace('\\', '/');
  }
}
