package org.avance.schedule;

import java.time.Instant;
import java.util.List;

/**
 * Told what happens while serving: to print it, to alert, to count. Called from the threads that
 * load, too; what a listener throws is logged and stops nothing.
 */
public interface ServeListener {
  /** Hears nothing. */
  ServeListener NONE = new ServeListener() {};

  /** Something happened; called once for each line that is printed. */
  default void happened(ServeEvent event) {}

  /** A run of a feed has ended, with the result of each of its loads. */
  default void ran(FeedRun run) {}

  /**
   * Some seconds have passed and the warehouse answers: the time to look for what is late.
   *
   * @param now the time
   */
  default void pulse(Instant now) {}

  /**
   * Nothing can be loaded, and has not been for a minute. Said each minute as long as it lasts.
   *
   * @param why in words
   */
  default void unable(String why) {}

  /** The warehouse answers again. */
  default void able() {}

  /** All of them, one after the other; one that fails does not keep the others from hearing. */
  static ServeListener all(List<ServeListener> listeners) {
    return new Listeners(listeners);
  }
}
