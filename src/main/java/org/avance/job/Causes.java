package org.avance.job;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * What went wrong, in words for an operator: the innermost cause, which the outer ones only wrap,
 * after what it means and what helps where that is known.
 */
public final class Causes {
  private static final String UNREACHABLE =
      "the connection to the database was lost or could not be had; run again: the next command starts an embedded server again; one of your own must be up first";
  private static final String FULL =
      "the database server has no room left on its disk; make room there and run again";
  private static final String TOO_MANY =
      "the database server allows no more connections; a run needs one, and each load at a time up to six more: allow them, or run when others have ended";
  private static final String BROKEN_OFF =
      "the database broke the statement off, as somebody asked it to; run again";
  private static final String DEADLOCK =
      "two connections waited for each other, and the database undid this one's work; run again";
  private static final String LOCKED =
      "another connection held rows for longer than the database waits (innodb_lock_wait_timeout); when it has ended, run again";

  /** By the server's error number. */
  private static final Map<Integer, String> MEANINGS =
      Map.ofEntries(
          Map.entry(1020, DEADLOCK),
          Map.entry(1021, FULL),
          Map.entry(1026, FULL),
          Map.entry(1040, TOO_MANY),
          Map.entry(1053, UNREACHABLE),
          Map.entry(1114, FULL),
          Map.entry(1203, TOO_MANY),
          Map.entry(1205, LOCKED),
          Map.entry(1213, DEADLOCK),
          Map.entry(1226, TOO_MANY),
          Map.entry(1317, BROKEN_OFF),
          Map.entry(1927, UNREACHABLE),
          Map.entry(1969, BROKEN_OFF));

  private Causes() {}

  /** What it means and what helps, where that is known, and the innermost cause. */
  public static String inWords(Throwable thrown) {
    if (thrown instanceof JobInterruptedException) {
      return "stopped, as somebody asked; the next run goes on from there";
    }
    List<Throwable> chain = chain(thrown);
    Throwable cause = chain.get(chain.size() - 1);
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String said =
        cause instanceof SQLException sql
            ? "the database says: %s (error %d)".formatted(bare(message), sql.getErrorCode())
            : message;
    return meaning(thrown).map(words -> words + " (" + said + ")").orElse(said);
  }

  /** From the outermost to the innermost. */
  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>(List.of(thrown));
    Throwable cause = thrown.getCause();
    while (cause != null && !chain.contains(cause)) {
      chain.add(cause);
      cause = cause.getCause();
    }
    return chain;
  }

  /** The innermost meaning that is known. */
  private static Optional<String> meaning(Throwable thrown) {
    Optional<String> found = Optional.empty();
    for (Throwable cause : chain(thrown)) {
      Optional<String> here = meaningOf(cause);
      found = here.isPresent() ? here : found;
    }
    return found;
  }

  private static Optional<String> meaningOf(Throwable cause) {
    if (cause instanceof SQLException sql) {
      String meaning = MEANINGS.get(sql.getErrorCode());
      // The pool's own words for one that it has given up.
      boolean isLost =
          String.valueOf(sql.getSQLState()).startsWith("08")
              || "Connection is closed".equals(sql.getMessage());
      return Optional.ofNullable(meaning == null && isLost ? UNREACHABLE : meaning);
    }
    return cause instanceof ConnectException ? Optional.of(UNREACHABLE) : Optional.empty();
  }

  /** Whether the database, or the way to it, is what failed. */
  public static boolean isDatabase(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  /** The driver puts the number of its connection in front. */
  private static String bare(String message) {
    return message.replaceFirst("^\\(conn=\\d+\\) ", "");
  }
}
