package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.feed.draft.Draft;
import org.avance.issue.RefusedFile;

/** Drafts descriptors from files. */
public final class Drafts {
  private Drafts() {}

  /**
   * What was drafted.
   *
   * @param text the descriptor; empty where the file holds no table
   * @param guesses to be confirmed
   * @param refusal why there is none; empty where there is one
   */
  public record Outcome(String text, int guesses, String refusal) {}

  /**
   * Drafts the descriptor of a feed from one of its files.
   *
   * @param folder folder of such files below the inbox
   */
  public static Outcome of(Path file, String feed, String folder) throws IOException {
    try {
      Draft draft = Draft.of(file, feed, folder);
      return new Outcome(draft.text(), draft.guesses(), "");
    } catch (RefusedFile refused) {
      return new Outcome("", 0, refused.issue().message());
    }
  }
}
