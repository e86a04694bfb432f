package org.avance.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.avance.job.Causes;
import org.avance.schedule.ServeEvent.Kind;

/** Whether the database answers: what is told once when it goes, and once when it is back. */
final class Contact {
  /** Between tries to reach it again. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** What lasts no longer is nobody's to get up for: a server that was started again. */
  private static final Duration BLINK = Duration.ofMinutes(1);

  private static final System.Logger LOG = System.getLogger(Contact.class.getName());

  private final Warehouse warehouse;
  private final News news;
  private final Clock clock;
  private Optional<Instant> goneSince = Optional.empty();
  private Instant lastTry = Instant.MIN;
  private Instant nextTold = Instant.MIN;
  private String lastFault = "";

  Contact(Warehouse warehouse, News news, Clock clock) {
    this.warehouse = warehouse;
    this.news = news;
    this.clock = clock;
  }

  /** Does it, unless the database is gone and not back yet. */
  void with(Runnable act) {
    if (goneSince.isPresent() && !isBack()) {
      return;
    }
    try {
      act.run();
      lastFault = "";
      tellBack();
    } catch (RuntimeException failed) {
      if (Causes.isDatabase(failed)) {
        tellGone(failed);
      } else {
        tellFault(failed);
      }
    }
  }

  private void tellFault(RuntimeException failed) {
    String why = Causes.inWords(failed);
    if (!why.equals(lastFault)) {
      lastFault = why;
      LOG.log(System.Logger.Level.ERROR, "A look at the schedule failed", failed);
      news.tell(Kind.FAULT, "", "a look at the schedule failed: " + why);
    }
  }

  private boolean isBack() {
    Instant now = clock.instant();
    if (now.isBefore(lastTry.plus(PAUSE)) && !now.isBefore(lastTry)) {
      return false;
    }
    lastTry = now;
    try {
      warehouse.restore();
      return true;
    } catch (RuntimeException stillGone) {
      LOG.log(System.Logger.Level.INFO, "The database does not answer yet: {0}", stillGone);
      tellUnable(now, stillGone);
      return false;
    }
  }

  private void tellGone(RuntimeException failed) {
    if (goneSince.isEmpty()) {
      Instant now = clock.instant();
      goneSince = Optional.of(now);
      nextTold = now.plus(BLINK);
      LOG.log(System.Logger.Level.ERROR, "The database does not answer", failed);
      news.tell(
          Kind.DATABASE_GONE,
          "",
          "the database does not answer, trying until it does: " + Causes.inWords(failed));
    }
  }

  private void tellUnable(Instant now, RuntimeException stillGone) {
    if (!now.isBefore(nextTold)) {
      nextTold = now.plus(BLINK);
      news.listener().unable("the database does not answer: " + Causes.inWords(stillGone));
    }
  }

  private void tellBack() {
    if (goneSince.isPresent()) {
      long seconds = Duration.between(goneSince.get(), clock.instant()).toSeconds();
      goneSince = Optional.empty();
      news.tell(
          Kind.DATABASE_BACK, "", "the database answers again, after %d s".formatted(seconds));
      news.listener().able();
    }
  }
}
