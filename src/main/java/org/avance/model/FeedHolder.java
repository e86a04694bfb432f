package org.avance.model;

/**
 * Who holds a feed, or the one place to publish, as the server sees it.
 *
 * @param connection the server's number of the connection
 * @param account its user; empty where it is another account's and can't be seen
 * @param host where it comes from; empty likewise
 * @param seconds for how long it has been at its statement, or without one
 * @param statement the beginning of the statement that it is at; empty between statements
 * @param process what is known of its process
 */
public record FeedHolder(
    long connection, String account, String host, long seconds, String statement, Life process) {

  /** What can be told of a process by the connection that it keeps open only to be heard. */
  public enum Life {
    /** It was heard within the last minute. */
    LIVES,
    /** Its connection is open and silent: its machine has gone, or it was suspended. */
    SILENT,
    /** It has died, and the server is still at its last statement, or rolls that back. */
    GONE,
    /** It is none of Avance's: the server lets every account take any named lock. */
    STRANGER
  }

  public boolean heldByStranger() {
    return process == Life.STRANGER;
  }

  /** Whether its connection may be ended for it: never that of a process that lives. */
  public boolean mayBeEnded() {
    return process == Life.SILENT || process == Life.GONE;
  }

  /** Who, from where, at what and for how long. */
  public String inWords() {
    if (heldByStranger()) {
      return "connection %d of %s, which is no process of Avance; `./avance doctor` says whose it is and how to end it"
          .formatted(connection, account.isEmpty() ? "another database account" : account);
    }
    String what = statement.isEmpty() ? "between statements" : "at work";
    return "connection %d from %s, %s for %d s".formatted(connection, host, what, seconds);
  }
}
