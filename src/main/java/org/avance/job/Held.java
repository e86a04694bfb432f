package org.avance.job;

import java.util.Optional;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;

/** Why a feed can't be loaded now, in words for an operator: who holds it, what for, what helps. */
public final class Held {
  /** Begins what is said of who waits to publish. */
  public static final String TURN = "waits for its turn to publish: ";

  private Held() {}

  /**
   * One sentence.
   *
   * @param open the execution of the feed that has not ended, if there is one
   */
  public static String inWords(FeedHolder holder, Optional<LoadExecution> open) {
    String who = holder.inWords() + open.map(Held::at).orElse("");
    return switch (holder.process()) {
      case STRANGER -> "the feed's lock is held by " + holder.inWords();
      case LIVES -> "another process is loading this feed: " + who;
      case SILENT ->
          "another process holds this feed and has not been heard for a minute: %s; if it is gone, %s"
              .formatted(who, open.map(Held::kill).orElse("end the connection on the server"));
      case GONE ->
          "the server still works for a process that is gone: %s; it lets go once the statement has ended or is rolled back, or %s"
              .formatted(who, open.map(Held::kill).orElse("end the connection on the server"));
    };
  }

  private static String at(LoadExecution open) {
    return ", "
        + open.inWords()
        + (open.step().isEmpty() ? "" : ", step " + open.step())
        + (open.process().isEmpty() ? "" : ", process " + open.process());
  }

  private static String kill(LoadExecution open) {
    return "`recover %d --kill-owner` ends the connection".formatted(open.run());
  }
}
